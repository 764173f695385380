import { join } from 'node:path';
import { HostFailure, type SnapshotInfo } from '#shared/host/contract.ts';
import type { Disk } from '../disk/disk.ts';
import { openSnapshot, readHead, type Keys } from './read-snapshot.ts';

/** `20261102T010203004Z-000000000250-demand` */
const namePattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-(\d{12})-(schedule|update|demand|restore)$/;
const EXTENSION = '.snapshot';
/** Kept of each sort; the newest of the present epoch are always kept. */
const KEPT = 10;
const ALWAYS_KEPT = 3;

/** @throws HostFailure 'not-found' for what is no snapshot's name, whatever path it may hide */
export function fileOf(folder: string, name: string): string {
  if (!namePattern.test(name)) throw new HostFailure('not-found', 'no such snapshot');
  return join(folder, `${name}${EXTENSION}`);
}

export async function nameFor(disk: Disk, folder: string, at: number, seq: number, reason: SnapshotInfo['reason']): Promise<string> {
  const taken = new Set(await disk.list(folder));
  for (let moment = at; ; moment += 1) {
    const stamp = new Date(moment).toISOString().replaceAll(/[-:.]/g, '');
    const name = `${stamp}-${String(seq).padStart(12, '0')}-${reason}`;
    if (!taken.has(`${name}${EXTENSION}`)) return name;
  }
}

/** Newest first. One that cannot be opened is listed as damaged, with what its name says. */
export async function listSnapshots(disk: Disk, folder: string, keys: Keys): Promise<SnapshotInfo[]> {
  const names = (await disk.list(folder)).filter((name) => name.endsWith(EXTENSION)).map((name) => name.slice(0, -EXTENSION.length));
  const infos = await Promise.all(names.filter((name) => namePattern.test(name)).map((name) => describe(disk, folder, name, keys)));
  return infos.toSorted((a, b) => b.seq - a.seq || b.at - a.at || (a.name < b.name ? 1 : -1));
}

async function describe(disk: Disk, folder: string, name: string, keys: Keys): Promise<SnapshotInfo> {
  try {
    const { head, contents, bytes, close } = await openSnapshot(disk, fileOf(folder, name), keys);
    await close();
    const { at, seq, reason, epoch } = head;
    return { name, at, documents: contents.documents, bytes, seq, reason, epoch, damaged: false };
  } catch {
    return describeDamaged(disk, folder, name);
  }
}

async function describeDamaged(disk: Disk, folder: string, name: string): Promise<SnapshotInfo> {
  const [, year, month, day, hour, minute, second, millisecond, seq, reason] = namePattern.exec(name) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`);
  const info = { name, at, documents: 0, bytes: 0, seq: Number(seq), reason: reason as SnapshotInfo['reason'], epoch: '', damaged: true };
  const file = await disk.open(fileOf(folder, name), 'read').catch(() => null);
  if (file === null) return info;
  try {
    const bytes = await file.size();
    const { head } = await readHead(file);
    return { ...info, bytes, epoch: head.epoch };
  } catch {
    return info;
  } finally {
    await file.close();
  }
}

/** The old ones beyond what is kept: scheduled ones and those made for a reason are counted apart. */
export function snapshotsToRemove(newestFirst: readonly SnapshotInfo[], epoch: string): SnapshotInfo[] {
  const always = new Set(newestFirst.filter((info) => info.epoch === epoch && !info.damaged).slice(0, ALWAYS_KEPT));
  const scheduled = newestFirst.filter(({ reason }) => reason === 'schedule');
  const others = newestFirst.filter(({ reason }) => reason !== 'schedule');
  return [...scheduled.slice(KEPT), ...others.slice(KEPT)].filter((info) => !always.has(info));
}
