/** What a page keeps of its book, in memory: follows the journal as renderer/book/catch-up does, balances moved along with each document. */
import type { Journal } from '#electron/host/journal/open-journal.ts';
import { isSame } from '#shared/core/canonical.ts';
import type { Reader, RecordQuery } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { postingDelta, type Posting } from '#shared/ledger/posting.ts';
import { mergeCopies } from '#shared/modules/merge-copies.ts';
import { moduleOf } from '#shared/modules/registry.ts';

export interface Replica extends Reader {
  /** Reads on in the journal; from the snapshot where the journal begins later. */
  follow(journal: Journal, snapshot: () => Promise<BookSnapshot>): Promise<void>;
  checkpoint(): number;
  /** Newest event seen. */
  lastEvent(): string;
  records(): AnyRecord[];
  /** Balances as they were moved along. */
  kept(): Map<string, number>;
  copy(): Replica;
}

export interface BookSnapshot {
  seq: number;
  documents: AnyRecord[];
}

interface State {
  checkpoint: number;
  lastEvent: string;
  documents: Map<string, AnyRecord>;
  balances: Map<string, number>;
}

const PAGE = 500;

export function aReplica(from: State = { checkpoint: 0, lastEvent: '', documents: new Map(), balances: new Map() }): Replica {
  const { documents, balances } = from;
  let { checkpoint, lastEvent } = from;

  function apply(records: readonly AnyRecord[]): void {
    for (const record of records) {
      const before = documents.get(record.id);
      const after = before ? mergeCopies(before, record) : record;
      for (const event of after.events) if (event.id > lastEvent) lastEvent = event.id;
      if (before && isSame(before, after)) continue;
      documents.set(record.id, after);
      for (const [account, amount] of postingDelta(before ? postingsOf(before) : [], postingsOf(after))) {
        const sum = (balances.get(account) ?? 0) + amount;
        if (sum === 0) balances.delete(account);
        else balances.set(account, sum);
      }
    }
  }

  const matching = (query: RecordQuery): AnyRecord[] =>
    [...documents.values()]
      .filter(
        (record) =>
          (query.kind === undefined || record.kind === query.kind) &&
          (query.status === undefined || record.status === query.status) &&
          (query.party === undefined || record.party === query.party) &&
          (query.source === undefined || record.source === query.source) &&
          (query.day === undefined || (record.day >= query.day.from && record.day <= query.day.to)),
      )
      .toSorted((a, b) => (a.seek < b.seek ? -1 : 1));

  return {
    follow: async (journal, snapshot) => {
      for (;;) {
        const { entries, lastSeq } = await journal.read(checkpoint, PAGE);
        if (lastSeq < checkpoint) throw new Error(`the journal ends at ${lastSeq}, before the page's ${checkpoint}`);
        if (lastSeq === checkpoint) return;
        const next = entries[0]?.seq ?? lastSeq + 1;
        if (next > checkpoint + 1) {
          const { seq, documents: whole } = await snapshot();
          if (seq <= checkpoint) throw new Error(`entries ${checkpoint + 1} to ${next - 1} are gone`);
          apply(whole);
          checkpoint = seq;
          continue;
        }
        for (const entry of entries) {
          apply(entry.documents);
          checkpoint = entry.seq;
        }
      }
    },
    checkpoint: () => checkpoint,
    lastEvent: () => lastEvent,
    records: () => [...documents.values()],
    kept: () => new Map(balances),
    copy: () => aReplica({ checkpoint, lastEvent, documents: new Map(documents), balances: new Map(balances) }),
    get: async (id) => documents.get(id) ?? null,
    getMany: async (ids) => new Map([...documents].filter(([id]) => ids.includes(id))),
    list: async ({ after = '', limit, ...query }) => {
      const rest = matching(query).filter((record) => record.seek > after);
      const rows = rest.slice(0, limit);
      return { rows, next: rest.length > limit ? (rows.at(-1)?.seek ?? null) : null };
    },
    all: async (query, atMost = 10_000) => {
      const rows = matching(query);
      return { rows: rows.slice(0, atMost), complete: rows.length <= atMost };
    },
    balance: async (account) => balances.get(account) ?? 0,
    balances: async (prefix) => new Map([...balances].filter(([account]) => account.startsWith(prefix))),
  };
}

/** Documents of an unknown kind or a newer version post nothing yet. */
export function postingsOf(record: AnyRecord): Posting[] {
  const module = moduleOf(record.kind);
  return module && record.v <= module.v ? module.postings(record) : [];
}
