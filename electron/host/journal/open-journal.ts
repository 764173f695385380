/**
 * The journal: every command, appended and flushed before anybody is told it is saved. The book can be rebuilt from it and a snapshot,
 * whatever the page's own store has lost.
 */
import { join } from 'node:path';
import type { HostInput, HostOutput, JournalEntry } from '#shared/host/contract.ts';
import { unlessFull, type Disk } from '../disk/disk.ts';
import { createSerial } from '../serial.ts';
import { checkpointFile } from './checkpoint.ts';
import { encodeCommand } from './encode-command.ts';
import { NO_SUM, type Frame } from './frame.ts';
import { loadSegments, type Damage, type Place, type Segment } from './load-segments.ts';
import { createNumberCounters } from './number-counters.ts';
import { createReadLines } from './read-lines.ts';
import { documentsOf, firstAfter, readFrames } from './read-entries.ts';
import { createSegmentWriter, toFailure } from './segment-writer.ts';

export type Command = HostInput<'journal.append'>;
export type Appended = HostOutput<'journal.append'>;

export interface Journal {
  /** Rejects with HostFailure 'disk-full' | 'read-only' | 'journal-failed' | 'invalid-input' | 'too-large'; nothing was appended then. */
  append(command: Command): Promise<Appended>;
  read(after: number, limit: number): Promise<HostOutput<'journal.read'>>;
  lines(after: number, skip: number): Promise<HostOutput<'journal.lines'>>;
  /** The frames after `seq`, for making a snapshot; what is appended meanwhile may or may not be among them. */
  frames(after: number): AsyncGenerator<Frame>;
  /** Bytes of the frames after `seq`. */
  bytesAfter(seq: number): number;
  lastSeq(): number;
  /** The oldest entry that is here; the next one when there is none. */
  firstSeq(): number;
  /** Every entry up to here was dropped or set aside on purpose. */
  cleared(): number;
  damaged(): Damage[];
  /** Range → last sequence given in an entry that is on the disk. */
  counters(): Record<string, number>;
  /** Removes files that hold only entries up to `seq`. */
  dropThrough(seq: number): Promise<void>;
  /** Moves every entry into a folder of its own below `aside`; the sequence goes on. */
  setAside(name: string): Promise<void>;
  /** Waits for all that was asked for, and lets go of the file; the next append begins another. */
  settle(): Promise<void>;
}

export interface JournalOptions {
  disk: Disk;
  folder: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** What the snapshots know, for a journal that lost its checkpoint. */
  floor: { seq: number; counters: Readonly<Record<string, number>> };
  log(level: 'warn' | 'error', message: string): void;
  segmentBytes?: number;
}

interface Waiting {
  command: Command;
  resolve(appended: Appended): void;
  reject(problem: unknown): void;
}

/** Numbers of a range, and entries, that may be given before the checkpoint is written again. */
const RESERVE = 32;
const RESERVE_ENTRIES = 1000;
const SEGMENT_BYTES = 8 * 1024 * 1024;
/** A batch of several commands is cut at about this. */
const BATCH_BYTES = 4 * 1024 * 1024;
const READ_BYTES = 4 * 1024 * 1024;

export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { disk, folder, now, floor, log, segmentBytes = SEGMENT_BYTES } = options;
  await disk.makeFolder(folder);
  const checkpoints = checkpointFile(disk, join(folder, 'checkpoint'));
  const found = await checkpoints.read();
  const loaded = await loadSegments(disk, folder, found?.cleared ?? null);
  const inTurn = createSerial();
  const counters = createNumberCounters();
  const { damaged } = loaded;
  let { segments, lastSeq, lastSum } = loaded;
  const places: Place[] = loaded.entries.map(({ seq, segment, offset, length }) => ({ seq, segment, offset, length }));
  const answered = new Map<string, Appended>();
  const underWay = new Map<string, Promise<Appended>>();
  let waiting: Waiting[] = [];
  let cleared = found?.cleared ?? (places[0]?.seq ?? floor.seq + 1) - 1;
  let reserved: Record<string, number> = { ...found?.reserved };
  let reservedSeq = found?.reservedSeq ?? 0;
  let openSegment = found?.open ?? '';
  let known = found?.known ?? [];

  // A snapshot still has its entries when the journal's last file is gone; what came after it was lost with the file.
  lastSeq = Math.max(lastSeq, floor.seq);
  if (found !== null && found.lastSeq > lastSeq) loseThrough(found.lastSeq);
  // How many entries were in a file that is gone nobody knows: at most as many as were reserved.
  if (openSegment !== '' && !segments.some(({ name }) => name === openSegment)) loseThrough(Math.max(reservedSeq, lastSeq + 1));
  counters.raise(floor.counters);
  counters.raise(found?.given ?? {});
  for (const { meta, seq } of loaded.entries) {
    counters.raise(meta.counters);
    answered.set(meta.commandId, { seq, numbers: meta.numbers });
  }
  let confirmed = counters.all();
  await passLostNumbers();

  const writer = createSegmentWriter({
    disk,
    folder,
    segmentBytes,
    current: loaded.isClosed ? null : (segments.at(-1) ?? null),
    onNewSegment: async (segment) => {
      openSegment = segment.name;
      await saveCheckpoint();
      segments = [...segments.filter(({ name }) => name !== segment.name), segment];
    },
    onMended: lookAgain,
  });

  function loseThrough(seq: number): void {
    damaged.push({ file: openSegment, offset: 0, bytes: 0, fromSeq: lastSeq + 1, toSeq: seq });
    lastSeq = seq;
    openSegment = '';
  }

  /** A lost entry may have given numbers nobody can see any more: the counters go past all that may have been given. */
  async function passLostNumbers(): Promise<void> {
    const losses = damaged.map(({ fromSeq, toSeq }) => `${fromSeq}-${toSeq}`);
    if (losses.every((loss) => known.includes(loss))) return;
    for (const { file, offset, bytes, fromSeq, toSeq } of damaged) {
      log('error', `journal damaged: ${file} at ${offset}, ${bytes} bytes; entries ${fromSeq} to ${toSeq} cannot be read`);
    }
    counters.raise(reserved);
    confirmed = counters.all();
    known = losses;
    // Without it the next start moves them up once more: a gap, no repetition.
    await saveCheckpoint().catch(unlessFull);
  }

  /** Reserves from what is about to be given; says as given only what was confirmed, or a cut would leave a gap. */
  async function saveCheckpoint(through = lastSeq): Promise<void> {
    const entries = through + RESERVE_ENTRIES;
    const next = { ...reserved };
    for (const [range, last] of Object.entries(counters.all())) next[range] = Math.max(last + RESERVE, next[range] ?? 0);
    await checkpoints.write({ cleared, lastSeq, reservedSeq: entries, open: openSegment, given: confirmed, reserved: next, known });
    reserved = next;
    reservedSeq = entries;
  }

  /** After a failed flush the system may have thrown away more than it said: every entry of the file is read again. */
  async function lookAgain(segment: Segment): Promise<void> {
    const own = places.filter((place) => place.segment === segment);
    const most = { limit: Infinity, bytes: READ_BYTES };
    for (let seq = 0; seq >= 0;) seq = (await readFrames(disk, folder, own, firstAfter(own, seq), most, noteLost)).through;
  }

  function noteLost({ segment, offset, length, seq }: Place): void {
    if (damaged.some(({ fromSeq, toSeq }) => fromSeq <= seq && seq <= toSeq)) return;
    damaged.push({ file: segment.name, offset, bytes: length, fromSeq: seq, toSeq: seq });
    log('error', `journal damaged since the start: ${segment.name} at ${offset}, entry ${seq}`);
  }

  function append(command: Command): Promise<Appended> {
    const before = answered.get(command.commandId);
    if (before) return Promise.resolve(before);
    const same = underWay.get(command.commandId);
    if (same) return same;
    const appended = new Promise<Appended>((resolve, reject) => waiting.push({ command, resolve, reject }));
    underWay.set(command.commandId, appended);
    const forget = (): void => void underWay.delete(command.commandId);
    appended.then(forget, forget);
    // Commands that come while the disk is busy share the next flush.
    void inTurn(writeBatch);
    return appended;
  }

  async function writeBatch(): Promise<void> {
    const batch: { one: Waiting; appended: Appended; length: number }[] = [];
    const contents: Buffer[] = [];
    let sum = lastSum || NO_SUM;
    let bytes = 0;
    while (waiting.length > 0 && bytes < BATCH_BYTES) {
      const one = waiting.shift();
      if (!one) break;
      const seq = lastSeq + batch.length + 1;
      const asBefore = counters.all();
      try {
        const { content, numbers, sum: own } = encodeCommand(one.command, { seq, before: sum, at: now() }, counters);
        contents.push(content);
        batch.push({ one, appended: { seq, numbers }, length: content.length });
        bytes += content.length;
        sum = own;
      } catch (problem) {
        counters.reset(asBefore);
        one.reject(problem);
      }
    }
    const [first] = batch;
    if (!first) return;
    try {
      if (isBeyondReserve(lastSeq + batch.length)) await saveCheckpoint(lastSeq + batch.length);
      const { segment, offset } = await writer.write(first.appended.seq, Buffer.concat(contents));
      keep(segment, offset, batch);
      lastSum = sum;
      confirmed = counters.all();
    } catch (problem) {
      counters.reset(confirmed);
      const failure = toFailure(problem);
      log('error', `journal not written: ${failure.message}`);
      for (const { one } of batch) one.reject(failure);
    }
    if (waiting.length > 0) void inTurn(writeBatch);
  }

  function isBeyondReserve(seq: number): boolean {
    return seq > reservedSeq || Object.entries(counters.all()).some(([range, last]) => last > (reserved[range] ?? 0));
  }

  function keep(segment: Segment, offset: number, batch: readonly { one: Waiting; appended: Appended; length: number }[]): void {
    let at = offset;
    for (const { one, appended, length } of batch) {
      places.push({ seq: appended.seq, segment, offset: at, length });
      at += length;
      lastSeq = appended.seq;
      answered.set(one.command.commandId, appended);
      one.resolve(appended);
    }
  }

  function firstSeq(): number {
    return places[0]?.seq ?? lastSeq + 1;
  }

  async function clear(through: number, files: readonly Segment[], away: (path: string, name: string) => Promise<void>): Promise<void> {
    cleared = through;
    if (files.some(({ name }) => name === openSegment)) openSegment = '';
    await saveCheckpoint();
    for (const { name } of files) await away(join(folder, name), name);
    await disk.flushFolder(folder);
    segments = segments.filter((segment) => !files.includes(segment));
    places.splice(0, firstAfter(places, through));
    for (const [id, { seq }] of answered) if (seq <= through) answered.delete(id);
  }

  const framesAfter = async (after: number, limit: number, bytes: number) =>
    (await readFrames(disk, folder, places, firstAfter(places, after), { limit, bytes }, noteLost)).frames;
  const readLines = createReadLines((after, bytes) => framesAfter(after, Infinity, bytes));

  return {
    append,
    read: async (after, limit) => {
      const entries: JournalEntry[] = [];
      for (const frame of await framesAfter(after, limit, READ_BYTES)) {
        entries.push({ seq: frame.seq, commandId: frame.meta.commandId, at: frame.meta.at, documents: documentsOf(frame) });
      }
      return { entries, lastSeq, firstSeq: firstSeq() };
    },
    lines: async (after, skip) => ({ ...(await readLines(after, skip)), lastSeq }),
    frames: async function* (after) {
      const most = { limit: 500, bytes: READ_BYTES };
      for (let seq = after; seq >= 0;) {
        const { frames, through } = await readFrames(disk, folder, places, firstAfter(places, seq), most, noteLost);
        yield* frames;
        seq = through;
      }
    },
    bytesAfter: (seq) => places.slice(firstAfter(places, seq)).reduce((sum, { length }) => sum + length, 0),
    lastSeq: () => lastSeq,
    firstSeq,
    cleared: () => cleared,
    damaged: () => [...damaged],
    counters: () => confirmed,
    dropThrough: (seq) =>
      inTurn(async () => {
        await writer.rotate();
        const kept = new Set(places.filter((place) => place.seq > seq).map(({ segment }) => segment));
        const through = Math.min(seq, (places.find(({ segment }) => kept.has(segment))?.seq ?? lastSeq + 1) - 1);
        if (through <= cleared) return;
        const gone = segments.filter((segment) => !kept.has(segment));
        const hurt = new Set(damaged.map(({ file }) => file));
        const aside = join(folder, 'aside', 'damaged');
        if (gone.some(({ name }) => hurt.has(name))) await disk.makeFolder(aside);
        // A damaged file is the only trace of what was in it: a person may still get it back.
        await clear(through, gone, (path, name) => (hurt.has(name) ? disk.rename(path, join(aside, name)) : disk.remove(path)));
      }),
    setAside: (name) =>
      inTurn(async () => {
        await writer.rotate();
        const aside = join(folder, 'aside', name);
        await disk.makeFolder(aside);
        await clear(lastSeq, segments, (path, file) => disk.rename(path, join(aside, file)));
        await disk.flushFolder(aside);
      }),
    settle: async () => {
      while (waiting.length > 0) await inTurn(writeBatch);
      await inTurn(writer.rotate);
    },
  };
}
