/** Takes a profile back to a snapshot. The intent is written first, so that a cut at any point is completed by the next start. */
import { HostFailure } from '#shared/host/contract.ts';
import type { DeskFile } from '../desk/desk-file.ts';
import type { Journal } from '../journal/open-journal.ts';
import type { Snapshots } from './create-snapshots.ts';

export interface RestoreParts {
  journal: Journal;
  snapshots: Snapshots;
  desk(): DeskFile;
  saveDesk(desk: DeskFile): Promise<void>;
  newId(): string;
  log(level: 'info' | 'warn' | 'error', message: string): void;
}

export async function restoreSnapshot(parts: RestoreParts, name: string, keepJournal: boolean): Promise<void> {
  const { journal, snapshots, desk, saveDesk, newId, log } = parts;
  const { seq } = await snapshots.verify(name);
  if (keepJournal && seq < journal.cleared()) {
    throw new HostFailure('not-found', `the journal begins after entry ${journal.cleared()}, the snapshot ends with ${seq}`);
  }
  // So that the restore can be undone. A state too damaged for a snapshot must not stop the way out of it.
  await snapshots.make('demand').catch((problem: unknown) => log('warn', `no snapshot before the restore: ${String(problem)}`));
  await saveDesk({ ...desk(), restore: { from: name, keepJournal, epoch: newId() } });
  await completeRestore(parts);
}

/** Does what is still to be done of a restore; nothing when there is none. */
export async function completeRestore({ journal, snapshots, desk, saveDesk, log }: RestoreParts): Promise<void> {
  const { restore, identity } = desk();
  if (restore === null) return;
  await snapshots.carryOver(restore.from, restore.keepJournal, restore.epoch);
  if (!restore.keepJournal) await journal.setAside(restore.epoch);
  await saveDesk({ identity, epoch: restore.epoch, restore: null });
  log('info', `restored ${restore.from}${restore.keepJournal ? ' with the journal' : ''}`);
}
