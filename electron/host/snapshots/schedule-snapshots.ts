import type { Snapshots } from './create-snapshots.ts';

const INTERVAL = 10 * 60_000;
/** Office days are shorter than this, so the first look of a day makes one. */
const OLD = 20 * 3_600_000;
/** A busy desk does not wait for the next day. */
const MANY_ENTRIES = 5000;

export interface SnapshotSubject {
  snapshots: Pick<Snapshots, 'list' | 'make'>;
  lastSeq(): number;
  epoch(): string;
  isBusy(): boolean;
}

/** True when a snapshot is due: there is something new, and the newest one is old or far behind. */
export async function isSnapshotDue(subject: SnapshotSubject, now: number): Promise<boolean> {
  if (subject.isBusy()) return false;
  const newest = (await subject.snapshots.list()).find((info) => info.epoch === subject.epoch() && !info.damaged);
  const behind = subject.lastSeq() - (newest?.seq ?? 0);
  return behind > 0 && (behind >= MANY_ENTRIES || newest === undefined || now - newest.at >= OLD || newest.at > now);
}

/** Makes snapshots by itself. Returns the function that stops it. */
export function scheduleSnapshots(
  subject: () => Promise<SnapshotSubject>,
  now: () => number,
  log: (level: 'error', message: string) => void,
): () => void {
  const look = async (): Promise<void> => {
    try {
      const current = await subject();
      if (await isSnapshotDue(current, now())) await current.snapshots.make('schedule');
    } catch (problem) {
      log('error', `no scheduled snapshot: ${String(problem)}`);
    }
  };
  const timer = setInterval(() => void look(), INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}
