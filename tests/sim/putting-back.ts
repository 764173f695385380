/** Desks and server taken back to an earlier day, and journals cleared: what the law then still asks for. */
import type { MemoryDisk } from '#electron/host/disk/memory-disk.fixture.ts';
import type { Random } from '#shared/demo/random.ts';
import type { FakeCouch } from '../support/fake-couch.ts';
import { BRANCHES, sayRestored } from './centre-set-up.ts';
import type { FaultyNetwork } from './faulty-network.ts';
import type { Installation, Running } from './installation.ts';
import { imageOf } from './mortal-disk.ts';
import type { Replica } from './replica.ts';
import type { Truth } from './truth.ts';

interface Image {
  memory: MemoryDisk;
  page: Replica;
  seq: number;
}

export interface PuttingBack {
  takeImage(one: Installation, seq: number): void;
  goBack(one: Installation): void;
  backUpServer(): void;
  restoreServer(random: Random, isSaid: boolean): Promise<void>;
  /** Moves what is at the centre from journal to snapshot, as the host does at night. */
  retire(one: Installation, running: Running): Promise<void>;
  /** The server was put back at some time. */
  wasPutBack(): boolean;
}

export function puttingBack(
  couch: FakeCouch,
  network: FaultyNetwork,
  truth: Truth,
  tell: { log(line: string): void; violation(line: string): void },
): PuttingBack {
  const { log } = tell;
  const images = new Map<string, Image>();
  let backup: ReturnType<FakeCouch['backup']> | null = null;
  let epochs = 0;

  async function retire(one: Installation, running: Running): Promise<void> {
    const { seq } = await running.book.makeSnapshot(running.journal);
    const through = Math.min(seq, running.exchange.released());
    const { entries } = await running.journal.read(0, 500);
    const aside = new Set((await running.exchange.handlers['centre.setAside'](undefined)).map(({ id }) => id));
    for (const entry of entries) {
      if (entry.seq > through || entry.commandId.startsWith('centre.')) continue;
      const missing = entry.documents.find(({ id, events }) => !aside.has(id) && !events.every((event) => truth.reached(event.id)));
      if (missing && running.exchange.status().phase !== 'alone')
        tell.violation(`${one.name} would clear entry ${entry.seq}, whose ${missing.kind} ${missing.id} never was at the centre`);
    }
    await running.journal.dropThrough(through);
  }

  function goBack(one: Installation): void {
    const image = images.get(one.name);
    if (!image) return;
    one.running?.disk.dieAfter(0);
    one.running = null;
    one.starts += 1;
    one.memory = imageOf(image.memory);
    one.page = image.page.copy();
    one.isTwin = true;
    for (const command of truth.commands()) {
      if (
        !command.holders.has(one.name) ||
        image.page
          .records()
          .some(({ id, events }) =>
            command.documents.some((d) => d.id === id && d.events.every((e) => events.some((known) => known.id === e.id))),
          )
      )
        continue;
      command.holders.delete(one.name);
      if (command.holders.size === 0 && !isAtCentre(command.documents)) command.isExcused = true;
    }
    log(`${one.name} goes back to entry ${image.seq}`);
  }

  function isAtCentre(documents: readonly { id: string; events: readonly { id: string }[] }[]): boolean {
    return documents.every(({ id, events }) =>
      ['company', ...BRANCHES.map((branch) => `branch-${branch.toLowerCase()}`)].some((name) => {
        const there = couch.database(`bd-${name}`)?.get(id)?.body['events'];
        return Array.isArray(there) && events.every((event) => there.some((known: { id: string }) => known.id === event.id));
      }),
    );
  }

  async function restoreServer(random: Random, isSaid: boolean): Promise<void> {
    if (!backup) return;
    network.restartServer(random);
    couch.restore(backup);
    epochs += 1;
    if (isSaid) await sayRestored(couch, `epoch-${epochs}`);
    for (const command of truth.commands()) {
      if (command.holders.size === 0 && !isAtCentre(command.documents)) command.isExcused = true;
    }
  }

  return {
    takeImage: (one, seq) => void images.set(one.name, { memory: imageOf(one.memory), page: one.page.copy(), seq }),
    goBack,
    backUpServer: () => {
      backup = couch.backup();
    },
    restoreServer,
    retire,
    wasPutBack: () => epochs > 0,
  };
}
