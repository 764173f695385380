/** One computer with the program on it: its disk, its journal and exchange as the host opens them, and the page's copy of the book. */
import { openExchange, type Exchange } from '#electron/host/exchange/open-exchange.ts';
import type { Connect } from '#electron/host/exchange/join-centre.ts';
import { openFiles, type Files } from '#electron/host/files/create-files.ts';
import { openJournal, type Journal } from '#electron/host/journal/open-journal.ts';
import type { MemoryDisk } from '#electron/host/disk/memory-disk.fixture.ts';
import { isSame } from '#shared/core/canonical.ts';
import { dayOf } from '#shared/core/calendar.ts';
import { nextHlc } from '#shared/core/hybrid-clock.ts';
import { makeUlid } from '#shared/core/ulid.ts';
import type { Moment } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Random } from '#shared/demo/random.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { openBookDisk, type BookDisk } from './book-disk.ts';
import { aMortalDisk, type MortalDisk } from './mortal-disk.ts';
import type { Piece } from './office-work.ts';
import { aReplica, type Replica } from './replica.ts';
import type { Truth } from './truth.ts';

export interface Running {
  disk: MortalDisk;
  book: BookDisk;
  journal: Journal;
  exchange: Exchange;
  files: Files;
}

export interface Installation {
  name: string;
  branch: string;
  /** What the power cut left, or what is there now. */
  memory: MemoryDisk;
  page: Replica;
  running: Running | null;
  isOnline: boolean;
  /** Milliseconds its clock is ahead. */
  clock: number;
  version: string;
  /** Another installation with its desk code is about, or was. */
  isTwin: boolean;
  /** Documents that this computer's page and journal may lack after it was taken back to an image. */
  starts: number;
}

export interface Surroundings {
  /** Milliseconds since 1970, of the sun. */
  now(): number;
  connect(installation: Installation): Connect;
  truth: Truth;
  log(line: string): void;
}

export const DAY = 86_400_000;
/** Small, so that a run has many. */
const SEGMENT_BYTES = 40_000;

export function anInstallation(name: string, branch: string, memory: MemoryDisk, page: Replica = aReplica()): Installation {
  return { name, branch, memory, page, running: null, isOnline: true, clock: 0, version: '1.0.0', isTwin: false, starts: 0 };
}

/** Switches it on: false when its power went, or its disk is too full. */
export async function start(one: Installation, around: Surroundings, random: Random): Promise<boolean> {
  if (one.running && !one.running.disk.isDead()) return true;
  if (one.running) {
    one.memory = one.memory.cutPower(() => random.next());
    one.running = null;
  }
  one.starts += 1;
  const disk = aMortalDisk(one.memory);
  const now = (): number => around.now() + one.clock;
  const log = (level: string, message: string): void => around.log(`${one.name} ${level}: ${message}`);
  const opening = (async (): Promise<Running> => {
    const book = await openBookDisk(disk);
    const { seq, counters } = await book.snapshot();
    const journal = await openJournal({ disk, folder: '/book/journal', now, log, floor: { seq, counters }, segmentBytes: SEGMENT_BYTES });
    if (journal.damaged().length > 0) throw new Error(`${one.name}: the journal is damaged: ${JSON.stringify(journal.damaged())}`);
    const files = await openFiles(disk, '/book/files');
    const exchange = await openExchange({
      disk,
      folder: '/book/exchange',
      journal,
      files,
      everything: () => book.everything(journal),
      identity: book.identity,
      saveIdentity: book.saveIdentity,
      connect: around.connect(one),
      secret: book.secret,
      version: one.version,
      now,
      newId: () => makeUlid(now(), random.bytes(10)),
      newSecret: () => `secret-${random.whole(0, 1e9)}`,
      log,
      changed: () => undefined,
      grew: () => undefined,
    });
    return { disk, book, journal, exchange, files };
  })();
  const opened = await Promise.race([opening.catch(unlessFull), disk.died.then(() => null)]);
  if (opened === null) return false;
  one.running = opened;
  await settleDoubts(one, opened.journal, around);
  await one.page.follow(opened.journal, opened.book.snapshot);
  return true;
}

/** Of what was being written when the power went, the journal has all or nothing: what it has counts as acknowledged. */
async function settleDoubts(one: Installation, journal: Journal, { truth }: Surroundings): Promise<void> {
  const doubtful = truth.commands().filter(({ isAcknowledged, holders }) => !isAcknowledged && holders.has(one.name));
  for (const command of doubtful) {
    const found = await entryOf(journal, command.id);
    if (!found) {
      truth.forget(command);
      continue;
    }
    command.documents = found;
    command.isAcknowledged = true;
  }
}

async function entryOf(journal: Journal, commandId: string): Promise<AnyRecord[] | null> {
  for (let after = 0; after < journal.lastSeq();) {
    const { entries } = await journal.read(after, 500);
    const found = entries.find((entry) => entry.commandId === commandId);
    if (found) return found.documents;
    after = entries.at(-1)?.seq ?? Infinity;
  }
  return null;
}

function unlessFull(problem: unknown): null {
  if (problem instanceof Error && problem.message.includes('ENOSPC')) return null;
  throw problem;
}

/** Does a piece of work as the page and the host do it together. */
export async function work(one: Installation, around: Surroundings, piece: Piece, random: Random): Promise<string> {
  const { running } = one;
  const identity = running?.book.identity();
  if (!running || !identity) return 'no desk';
  const { journal, exchange, book, disk } = running;
  // The page may be behind its journal by what came from the centre.
  if (random.chance(0.7)) await Promise.race([one.page.follow(journal, book.snapshot), disk.died]);
  const desk = `${identity.branchCode}-${identity.deskLetter}`;
  const now = (): number => around.now() + one.clock;
  let last = one.page.lastEvent();
  const moment: Moment = {
    now: now(),
    today: dayOf(now(), 480),
    hlc: () => (last = nextHlc(last, now(), desk)),
    newId: () => makeUlid(now(), random.bytes(10)),
    actor: piece.actor,
    desk,
    branch: identity.branchCode,
    policy: { version: 1, parameters: {} },
  };
  const decision = await piece.decide(one.page, moment);
  if (!decision.ok) return `refused: ${decision.refusal.code}`;
  const documents = await changed(decision.value.records, one.page);
  if (documents.length === 0) return 'nothing to write';
  if (exchange.obstacle()) return 'may not write';
  const numbers = documents.flatMap(({ id, kind, no }) => {
    const type = no === '' ? (moduleOf(kind)?.numberType ?? '') : '';
    return type === '' ? [] : [{ documentId: id, range: `${type}-${desk}-${moment.today.slice(2, 4)}${moment.today.slice(5, 7)}` }];
  });
  const commandId = moment.newId();
  const command = around.truth.begin(commandId, identity.branchCode, documents, one.isTwin);
  // The journal may have it although nobody is told.
  command.holders.add(one.name);
  const appending = journal.append({ commandId, documents, numbers }).then(
    (appended) => appended,
    (problem: unknown) => {
      around.log(`${one.name}: not written: ${String(problem)}`);
      around.truth.forget(command);
      return null;
    },
  );
  const appended = await Promise.race([appending, disk.died.then(() => null)]);
  if (!appended) return 'not acknowledged';
  command.documents = documents.map((document) => ({ ...document, no: document.no || (appended.numbers[document.id] ?? '') }));
  command.isAcknowledged = true;
  exchange.wrote(appended.seq, command.documents);
  // A page always has what it wrote itself; it dies before that now and then.
  await Promise.race([one.page.follow(journal, book.snapshot), disk.died]);
  return `wrote ${command.documents
    .map(({ kind, id, no }) => `${kind} ${id} ${no}`)
    .join(', ')
    .slice(0, 300)}`;
}

/** As JSON keeps them, and only those that changed. */
async function changed(decided: readonly AnyRecord[], page: Replica): Promise<AnyRecord[]> {
  const stored = await page.getMany(decided.map(({ id }) => id));
  return decided.flatMap((record) => {
    const before = stored.get(record.id);
    if (before && isSame(before, record)) return [];
    const module = moduleOf(record.kind);
    if (module && record.v === module.v) module.schema.parse(record.body);
    return [JSON.parse(JSON.stringify(record)) as AnyRecord];
  });
}
