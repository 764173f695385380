/**
 * One branch's documents as the centre has them, played in the order of their signatures. At each event a gate can be asked what it would
 * have said with all that had been signed before, at whichever desk (design, idea 4).
 */
import { sealRecord } from '#shared/documents/act.ts';
import { mergeRecords } from '#shared/documents/merge.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentEvent } from '#shared/documents/record.ts';
import type { Posting } from '#shared/ledger/posting.ts';
import { moduleOf, seal, upgrade } from '#shared/modules/registry.ts';
import { openLedger } from './ledger.ts';
import { openShelf } from './shelf.ts';

/** One event about to count. */
export interface Played {
  /** The document with it, and as it was without it; null: this is its first. */
  after: AnyRecord;
  before: AnyRecord | null;
  event: DocumentEvent;
}

export interface Audience {
  /** Before the event counts: the reader answers as of just before it. */
  before(played: Played): Promise<void> | void;
  /** After it counted, with the balances it moved. */
  after(played: Played, moved: ReadonlyMap<string, { by: number; now: number }>): void;
  /** Events from here on are about to be played anew: what was said about them is void. */
  rewound(from: string): void;
}

export interface CentralBook {
  /** Takes a document as it is now; it counts with the next `play`. A kind or version this program does not know is left out: false. */
  put(record: AnyRecord): boolean;
  /** Plays what is new, and everything signed after it again. Returns the documents that took part. */
  play(audience: Audience): Promise<Set<string>>;
  /** The documents as last played. */
  reader: Reader;
  get(id: string): AnyRecord | undefined;
  size(): { documents: number; events: number; accounts: number };
}

/** Milliseconds of playing on end. */
const LONGEST_STRETCH = 20;

interface Line {
  /** The event's clock stamp; lines are in its order. */
  at: string;
  id: string;
}

export function openCentralBook(): CentralBook {
  const whole = new Map<string, AnyRecord>();
  const waiting = new Map<string, AnyRecord>();
  /** Events of the document that count at the moment. */
  const counted = new Map<string, number>();
  const ledger = openLedger();
  const shelf = openShelf();
  let lines: Line[] = [];

  function rewind(from: string): Line[] {
    const start = firstAt(lines, from);
    const tail = lines.splice(start);
    const back = new Map<string, number>();
    for (const { id } of tail) back.set(id, (back.get(id) ?? 0) + 1);
    for (const [id, events] of back) {
      const before = shelf.get(id);
      const after = prefix(whole.get(id), (counted.get(id) ?? 0) - events);
      counted.set(id, after?.events.length ?? 0);
      ledger.move(postingsOf(before), postingsOf(after));
      shelf.put(id, after);
    }
    return tail;
  }

  return {
    put: (given) => {
      const record = upgrade(given);
      const module = moduleOf(record.kind);
      if (!module || module.v !== record.v || !module.schema.safeParse(record.body).success) return false;
      const known = waiting.get(record.id) ?? whole.get(record.id);
      const united = known ? mergeRecords(known, record) : inOrder(record);
      // What follows from the events is worked out here, whatever a desk wrote.
      if (united !== known) waiting.set(record.id, seal(united));
      return true;
    },
    play: async (audience) => {
      const fresh: Line[] = [];
      for (const [id, record] of waiting) {
        const known = new Set(whole.get(id)?.events.map((event) => event.id));
        for (const event of record.events) if (!known.has(event.id)) fresh.push({ at: event.id, id });
      }
      const from = fresh.reduce((least, { at }) => (least === '' || at < least ? at : least), '');
      const tail = from === '' ? [] : rewind(from);
      if (from !== '') audience.rewound(from);
      const part = new Set<string>(waiting.keys());
      for (const [id, record] of waiting) {
        whole.set(id, record);
        // A number given later belongs to the document as it stands, too.
        if (shelf.get(id)) shelf.put(id, prefix(record, counted.get(id) ?? 0));
      }
      waiting.clear();
      const coming = [...tail, ...fresh].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
      let rested = performance.now();
      for (const line of coming) {
        // A server may run in this process: its requests go first.
        if (performance.now() - rested > LONGEST_STRETCH) {
          await new Promise((resolve) => {
            setImmediate(resolve);
          });
          rested = performance.now();
        }
        part.add(line.id);
        const before = shelf.get(line.id) ?? null;
        const after = prefix(whole.get(line.id), (counted.get(line.id) ?? 0) + 1);
        const event = after?.events.at(-1);
        if (!after || !event) continue;
        const played = { before, after, event };
        await audience.before(played);
        counted.set(line.id, after.events.length);
        const moved = ledger.move(postingsOf(before ?? undefined), postingsOf(after));
        shelf.put(line.id, after);
        lines.push(line);
        audience.after(played, moved);
      }
      return part;
    },
    reader: { ...shelf.reader, balance: async (account) => ledger.balance(account), balances: async (path) => ledger.balances(path) },
    get: (id) => shelf.get(id),
    size: () => ({ documents: whole.size, events: lines.length, accounts: ledger.size() }),
  };
}

/** The document as it was when only its first events were signed. */
function prefix(record: AnyRecord | undefined, events: number): AnyRecord | undefined {
  const module = record && moduleOf(record.kind);
  if (!record || !module || events <= 0) return undefined;
  return events >= record.events.length ? record : sealRecord(module, { ...record, events: record.events.slice(0, events) });
}

function postingsOf(record: AnyRecord | undefined): readonly Posting[] {
  return record ? (moduleOf(record.kind)?.postings(record) ?? []) : [];
}

function inOrder(record: AnyRecord): AnyRecord {
  return { ...record, events: record.events.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Index of the first line signed at or after `at`. */
function firstAt(lines: readonly Line[], at: string): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? '') < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
