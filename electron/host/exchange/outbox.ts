/** The journal is the outbox: what this desk wrote after the last entry that is at the centre. Here is which documents that are. */
import type { AnyRecord } from '#shared/documents/record.ts';
import type { JournalEntry } from '#shared/host/contract.ts';
import { mergeCopies } from '#shared/modules/merge-copies.ts';
import type { Journal } from '../journal/open-journal.ts';
import { FROM_CENTRE } from './exchange-state.ts';

export interface Waiting {
  id: string;
  kind: string;
  no: string;
  title: string;
  at: number;
}

export interface Outbox {
  /** Reads what is waiting anew, from the journal. */
  load(sent: number): Promise<void>;
  /** An entry this desk wrote. */
  wrote(seq: number, at: number, documents: readonly AnyRecord[]): void;
  /** Entries up to `seq` are at the centre. */
  sentThrough(seq: number): void;
  count(): number;
  oldest(most: number): Waiting[];
}

export interface Group {
  /** The last journal entry the group covers. */
  through: number;
  /** Each document once, with everything its entries say. */
  records: AnyRecord[];
}

const ENTRIES_AT_ONCE = 100;
/** Documents after which a group is closed; a single command may have more. */
const GROUP = 250;

export function createOutbox(journal: Journal): Outbox {
  const waiting = new Map<string, Waiting & { seq: number }>();

  function wrote(seq: number, at: number, documents: readonly AnyRecord[]): void {
    for (const { id, kind, no, title } of documents) {
      const known = waiting.get(id);
      waiting.set(id, { id, kind, no, title, at: known?.at ?? at, seq });
    }
  }

  return {
    load: async (sent) => {
      waiting.clear();
      for await (const { seq, at, documents } of ownEntries(journal, sent)) wrote(seq, at, documents);
    },
    wrote,
    sentThrough: (seq) => {
      for (const [id, one] of waiting) if (one.seq <= seq) waiting.delete(id);
    },
    count: () => waiting.size,
    oldest: (most) => [...waiting.values()].slice(0, most).map(({ id, kind, no, title, at }) => ({ id, kind, no, title, at })),
  };
}

/** What is to be sent, oldest first, in groups of whole journal entries. Entries written meanwhile come too. */
export async function* groupsAfter(journal: Journal, sent: number): AsyncGenerator<Group> {
  let group = new Map<string, AnyRecord>();
  let through = sent;
  for await (const { seq, documents } of ownEntries(journal, sent)) {
    for (const record of documents) {
      const earlier = group.get(record.id);
      group.set(record.id, earlier ? mergeCopies(earlier, record) : record);
    }
    through = seq;
    if (group.size < GROUP) continue;
    yield { through, records: [...group.values()] };
    group = new Map();
  }
  if (group.size > 0) yield { through, records: [...group.values()] };
}

async function* ownEntries(journal: Journal, after: number): AsyncGenerator<JournalEntry> {
  for (let seq = after; seq < journal.lastSeq();) {
    const { entries } = await journal.read(seq, ENTRIES_AT_ONCE);
    const last = entries.at(-1);
    // Entries that are damaged, or gone, are nowhere to be sent from.
    if (!last) return;
    for (const entry of entries) if (!entry.commandId.startsWith(FROM_CENTRE)) yield entry;
    seq = last.seq;
  }
}
