/**
 * One process per data folder. The lock itself is a local socket's name: the system gives it to one process at a time and takes it back
 * when that process ends, however it ends, so there is no stale lock to guess about. The file beside it says who holds it, and stays
 * behind when a run did not end by itself.
 */
import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { HostFailure } from '#shared/host/contract.ts';
import { errorCode, unlessFull, type Disk } from '../disk/disk.ts';
import { jsonFile } from '../disk/json-file.ts';

const holderSchema = z.object({ pid: z.number().int(), at: z.number().int() });

export interface FolderLock {
  /** The run before this one did not release it. */
  wasUnclean: boolean;
  release(): Promise<void>;
}

/** Rejects with HostFailure 'in-use' while another process holds the folder. */
export async function lockFolder(disk: Disk, folder: string, at: number): Promise<FolderLock> {
  const name = socketName(await realpath(folder));
  const path = join(folder, 'host.lock');
  const holder = jsonFile(disk, path, holderSchema);
  let server: Server;
  try {
    server = await listen(name);
  } catch (problem) {
    if (errorCode(problem) !== 'EADDRINUSE') throw problem;
    const found = await holder.read();
    throw new HostFailure('in-use', `${folder} is in use${typeof found === 'object' ? ` by process ${found.pid}` : ''}`);
  }
  const letGo = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  try {
    const wasUnclean = (await holder.read()) !== 'missing';
    // A desk whose disk is full must open all the same, to show what it has.
    await holder.write({ pid: process.pid, at }).catch(unlessFull);
    return {
      wasUnclean,
      release: async () => {
        await disk.remove(path).catch(unlessFull);
        await letGo();
      },
    };
  } catch (problem) {
    await letGo();
    throw problem;
  }
}

/** Linux: a name outside the file system; Windows: a pipe; elsewhere a socket file, whose path must be short. */
function socketName(folder: string): string {
  const id = `branch-desk-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${id}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${id}` : join(tmpdir(), `${id}.sock`);
}

async function listen(name: string): Promise<Server> {
  try {
    return await listenOnce(name);
  } catch (problem) {
    // Only a socket file outlives its process; one that nobody answers on is left over.
    const isFile = name.startsWith('/');
    if (!isFile || errorCode(problem) !== 'EADDRINUSE' || (await answers(name))) throw problem;
    const { rm } = await import('node:fs/promises');
    await rm(name, { force: true });
    return listenOnce(name);
  }
}

function listenOnce(name: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(name, () => {
      // The lock must not keep a process alive that has nothing else to do.
      server.unref();
      resolve(server);
    });
  });
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
