import { mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises';
import { errorCode, isMissing, type Disk, type DiskFile } from './disk.ts';

/** Other accounts of the computer have no business in the book. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
/** Milliseconds; about two seconds in all. */
const LONGEST_WAIT = 1000;

export const realDisk: Disk = {
  open: async (path, mode) => (mode === 'read' ? openFile(path, 'r') : openOrMake(path)),
  list: async (folder) => {
    try {
      return await readdir(folder);
    } catch (problem) {
      if (isMissing(problem)) return [];
      throw problem;
    }
  },
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  },
  rename: renameInUse,
  remove: (path) => rm(path, { force: true, recursive: true }),
  flushFolder: async (folder) => {
    // Windows has no handle of a folder to flush; NTFS journals names by itself.
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  freeBytes: async (folder) => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};

/** On Windows a virus scanner or the search index may hold a file for a moment, and the rename fails as if it were forbidden. */
async function renameInUse(from: string, to: string): Promise<void> {
  for (let wait = 10; ; wait *= 2) {
    try {
      await rename(from, to);
      return;
    } catch (problem) {
      if (process.platform !== 'win32' || wait > LONGEST_WAIT || !['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(problem))) throw problem;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

async function openOrMake(path: string): Promise<DiskFile> {
  try {
    return await openFile(path, 'r+');
  } catch (problem) {
    if (!isMissing(problem)) throw problem;
    return openFile(path, 'wx+');
  }
}

async function openFile(path: string, flags: string): Promise<DiskFile> {
  const handle = await open(path, flags, FILE_MODE);
  return {
    read: async (position, length) => {
      const buffer = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(buffer, done, length - done, position + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return buffer.subarray(0, done);
    },
    write: async (position, content) => {
      let done = 0;
      while (done < content.length) done += (await handle.write(content, done, content.length - done, position + done)).bytesWritten;
    },
    flush: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    size: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}
