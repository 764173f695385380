/** One book with all that belongs to it, opened from its folder. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { HostFailure, type CentreStatus, type Settings } from '#shared/host/contract.ts';
import { settingsSchema } from '#shared/host/shapes.ts';
import type { Disk } from '../disk/disk.ts';
import { jsonFile } from '../disk/json-file.ts';
import { createDrafts, type Drafts } from '../drafts/create-drafts.ts';
import { openExchange, type Exchange } from '../exchange/open-exchange.ts';
import type { Connect } from '../exchange/join-centre.ts';
import { runExchange } from '../exchange/run-exchange.ts';
import { createSecretStore } from '../exchange/sealed-secret.ts';
import { openFiles, type Files } from '../files/create-files.ts';
import { openJournal, type Journal } from '../journal/open-journal.ts';
import type { Log } from '../log/open-log.ts';
import { createPins, triesSchema, type Pins } from '../pins/create-pins.ts';
import { createSnapshots, type Snapshots } from '../snapshots/create-snapshots.ts';
import { openSnapshot } from '../snapshots/read-snapshot.ts';
import { completeRestore, restoreSnapshot } from '../snapshots/restore-snapshot.ts';
import { fileOf, listSnapshots } from '../snapshots/snapshot-list.ts';
import { deskFileSchema, type DeskFile } from './desk-file.ts';
import type { DeskKeys } from './desk-keys.ts';

export interface OpenProfile {
  desk(): DeskFile;
  saveDesk(desk: DeskFile): Promise<void>;
  settings(): Settings;
  saveSettings(settings: Settings): Promise<Settings>;
  journal: Journal;
  snapshots: Snapshots;
  exchange: Exchange;
  handlers: Drafts & Files['handlers'] & Pins;
  /** Rejects appends while it runs. */
  restore(name: string, keepJournal: boolean): Promise<void>;
  isRestoring(): boolean;
  close(): Promise<void>;
}

export interface ProfileOptions {
  disk: Disk;
  folder: string;
  keys(): Promise<DeskKeys>;
  /** For a profile that has none of its own yet. */
  firstSettings: Settings;
  now(): number;
  newId(): string;
  log: Log;
  /** How this profile works with a centre; a demonstration does not. */
  centre: {
    connect: Connect;
    version: string;
    changed(status: CentreStatus): void;
    grew(lastSeq: number): void;
  };
}

export async function openProfile(options: ProfileOptions): Promise<OpenProfile> {
  const { disk, folder, keys, firstSettings, now, newId, log, centre } = options;
  await disk.makeFolder(folder);
  const deskFile = jsonFile(disk, join(folder, 'desk.json'), deskFileSchema);
  const settingsFile = jsonFile(disk, join(folder, 'settings.json'), settingsSchema);
  const snapshotFolder = join(folder, 'snapshots');

  const foundDesk = await deskFile.read();
  // Never guessed anew: another letter would give other desks' numbers.
  if (foundDesk === 'damaged') throw new HostFailure('damaged', `${join(folder, 'desk.json')} cannot be read`);
  let desk: DeskFile = foundDesk === 'missing' ? { identity: null, epoch: newId(), restore: null } : foundDesk;
  if (foundDesk === 'missing') await deskFile.write(desk);
  const foundSettings = await settingsFile.read();
  if (foundSettings === 'damaged') log('error', 'the settings cannot be read and begin anew');
  let settings = typeof foundSettings === 'object' ? foundSettings : firstSettings;

  const saveDesk = async (next: DeskFile): Promise<void> => {
    await deskFile.write(next);
    desk = next;
  };
  const journal = await openJournal({ disk, folder: join(folder, 'journal'), now, log, floor: await readFloor() });
  /** Nothing is released before the exchange says so. */
  let released = (): number => 0;
  const snapshots = createSnapshots({
    disk,
    folder: snapshotFolder,
    keys,
    journal,
    epoch: () => desk.epoch,
    released: () => released(),
    newId,
    now,
    log,
  });
  const parts = { journal, snapshots, desk: () => desk, saveDesk, newId, log };
  await completeRestore(parts);
  const files = await openFiles(disk, join(folder, 'files'));
  const exchangeFolder = join(folder, 'exchange');
  const exchange = await openExchange({
    ...centre,
    disk,
    folder: exchangeFolder,
    journal,
    files,
    everything: snapshots.everything,
    identity: () => desk.identity,
    saveIdentity: (identity) => saveDesk({ ...desk, identity }),
    secret: createSecretStore(disk, join(exchangeFolder, 'secret.json'), keys),
    now,
    newId,
    newSecret: () => randomBytes(24).toString('base64url'),
    log,
  });
  released = exchange.released;
  const stopExchanging = runExchange(exchange);
  let restoring = false;

  /** What the newest snapshot of this epoch proves: entries and numbers that were given, whatever became of the journal. */
  async function readFloor(): Promise<{ seq: number; counters: Record<string, number> }> {
    const none = { seq: 0, counters: {} };
    if ((await disk.list(snapshotFolder)).length === 0) return none;
    const known = await keys().catch((problem: unknown) => {
      log('error', `snapshots cannot be opened: ${String(problem)}`);
      return null;
    });
    if (known === null) return none;
    const newest = (await listSnapshots(disk, snapshotFolder, known.all)).find((info) => info.epoch === desk.epoch && !info.damaged);
    if (!newest) return none;
    const snapshot = await openSnapshot(disk, fileOf(snapshotFolder, newest.name), known.all);
    await snapshot.close();
    return { seq: newest.seq, counters: snapshot.contents.counters };
  }

  return {
    desk: () => desk,
    saveDesk,
    settings: () => settings,
    saveSettings: async (next) => {
      await settingsFile.write(next);
      settings = next;
      return next;
    },
    journal,
    snapshots,
    exchange,
    handlers: {
      ...createDrafts({ disk, folder: join(folder, 'drafts'), now, log }),
      ...files.handlers,
      ...createPins(jsonFile(disk, join(folder, 'pins.json'), triesSchema), now),
    },
    restore: async (name, keepJournal) => {
      if (restoring) throw new HostFailure('read-only', 'a restore is under way');
      restoring = true;
      try {
        await journal.settle();
        // What the centre has comes back anyway; what it does not have yet must not be given up with the journal.
        await restoreSnapshot(parts, name, keepJournal || exchange.status().phase !== 'alone');
        await exchange.restored();
      } finally {
        restoring = false;
      }
    },
    isRestoring: () => restoring,
    close: async () => {
      stopExchanging();
      await exchange.close();
      await journal.settle();
    },
  };
}
