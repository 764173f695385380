import type { Reader, RecordQuery } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';

/** Documents in memory with the indexes that decisions ask by. */
export interface Shelf {
  get(id: string): AnyRecord | undefined;
  /** undefined takes the document off. */
  put(id: string, record: AnyRecord | undefined): void;
  reader: Pick<Reader, 'get' | 'getMany' | 'list' | 'all'>;
}

export function openShelf(): Shelf {
  const byId = new Map<string, AnyRecord>();
  const byKind = openIndex();
  const bySource = openIndex();
  const byParty = openIndex();

  function matching(query: RecordQuery): AnyRecord[] {
    const ids =
      query.source !== undefined
        ? bySource.of(query.source)
        : query.party !== undefined
          ? byParty.of(query.party)
          : query.kind !== undefined
            ? byKind.of(query.kind)
            : byId.keys();
    return [...ids]
      .flatMap((id) => byId.get(id) ?? [])
      .filter(
        (record) =>
          (query.kind === undefined || record.kind === query.kind) &&
          (query.status === undefined || record.status === query.status) &&
          (query.party === undefined || record.party === query.party) &&
          (query.source === undefined || record.source === query.source) &&
          (query.day === undefined || (record.day >= query.day.from && record.day <= query.day.to)),
      )
      .toSorted((a, b) => (a.seek < b.seek ? -1 : 1));
  }

  return {
    get: (id) => byId.get(id),
    put: (id, record) => {
      const before = byId.get(id);
      byKind.move(id, before?.kind, record?.kind);
      bySource.move(id, before?.source, record?.source);
      byParty.move(id, before?.party, record?.party);
      if (record) byId.set(id, record);
      else byId.delete(id);
    },
    reader: {
      get: async (id) => byId.get(id) ?? null,
      getMany: async (ids) => {
        const found = new Map<string, AnyRecord>();
        for (const id of ids) {
          const record = byId.get(id);
          if (record) found.set(id, record);
        }
        return found;
      },
      list: async ({ after = '', limit, ...query }) => {
        const rest = matching(query).filter((record) => record.seek > after);
        const rows = rest.slice(0, limit);
        return { rows, next: rest.length > limit ? (rows.at(-1)?.seek ?? null) : null };
      },
      all: async (query, atMost = 10_000) => {
        const rows = matching(query);
        return { rows: rows.slice(0, atMost), complete: rows.length <= atMost };
      },
    },
  };
}

function openIndex() {
  const ids = new Map<string, Set<string>>();
  return {
    of: (value: string): Iterable<string> => ids.get(value) ?? [],
    move: (id: string, before: string | undefined, after: string | undefined): void => {
      if (before === after) return;
      if (before) {
        const set = ids.get(before);
        set?.delete(id);
        if (set?.size === 0) ids.delete(before);
      }
      if (after) ids.set(after, (ids.get(after) ?? new Set<string>()).add(id));
    },
  };
}
