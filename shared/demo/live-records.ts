import type { RecordQuery } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';

/** Documents something may still happen to. The others have left for the page, so that a large demonstration does not need much memory. */
export interface LiveRecords {
  get(id: string): AnyRecord | undefined;
  /** `holder` '' lets the record go with the next `take`. */
  put(record: AnyRecord, holder: string): void;
  matching(query: RecordQuery): AnyRecord[];
  release(holder: string): void;
  /** @param isOwing what a customer still owes stays: what the next one may take on credit follows from when it is due */
  take(everything: boolean, isOwing: (record: AnyRecord) => boolean): AnyRecord[];
}

/** Decisions look these up at any time. */
const KEPT = new Set(['staff', 'location', 'supplier', 'product', 'customer', 'opening', 'policy']);
/** Open ends that other stories pick up later. */
const OPEN: Readonly<Record<string, readonly string[]>> = { receipt: ['taken'], task: ['open'], agenda: ['expected'] };

export function liveRecords(): LiveRecords {
  const byId = new Map<string, AnyRecord>();
  const indexes = { kind: new Map<string, Set<string>>(), source: new Map<string, Set<string>>(), party: new Map<string, Set<string>>() };
  const holders = new Map<string, Set<string>>();
  const held = new Map<string, Set<string>>();
  const free = new Set<string>();

  function file(index: Map<string, Set<string>>, key: string, id: string): void {
    if (key === '') return;
    const ids = index.get(key);
    if (ids) ids.add(id);
    else index.set(key, new Set([id]));
  }

  function unfile(index: Map<string, Set<string>>, key: string, id: string): void {
    const ids = index.get(key);
    ids?.delete(id);
    if (ids?.size === 0) index.delete(key);
  }

  function candidates(query: RecordQuery): Iterable<string> {
    if (query.source !== undefined && query.source !== '') return indexes.source.get(query.source) ?? [];
    if (query.party !== undefined && query.party !== '') return indexes.party.get(query.party) ?? [];
    return query.kind === undefined ? byId.keys() : (indexes.kind.get(query.kind) ?? []);
  }

  function drop(record: AnyRecord): void {
    byId.delete(record.id);
    for (const key of ['kind', 'source', 'party'] as const) unfile(indexes[key], record[key], record.id);
  }

  return {
    get: (id) => byId.get(id),
    put: (record, holder) => {
      const before = byId.get(record.id);
      if (before && before.party !== record.party) unfile(indexes.party, before.party, record.id);
      byId.set(record.id, record);
      for (const key of ['kind', 'source', 'party'] as const) file(indexes[key], record[key], record.id);
      if (KEPT.has(record.kind)) return;
      if (holder !== '') {
        file(holders, record.id, holder);
        file(held, holder, record.id);
      }
      if (holders.has(record.id) || OPEN[record.kind]?.includes(record.status)) free.delete(record.id);
      else free.add(record.id);
    },
    matching: (query) => {
      const rows: AnyRecord[] = [];
      for (const id of candidates(query)) {
        const record = byId.get(id);
        if (
          record &&
          (query.kind === undefined || record.kind === query.kind) &&
          (query.status === undefined || record.status === query.status) &&
          (query.party === undefined || record.party === query.party) &&
          (query.source === undefined || record.source === query.source) &&
          (query.day === undefined || (record.day >= query.day.from && record.day <= query.day.to))
        )
          rows.push(record);
      }
      return rows;
    },
    release: (holder) => {
      for (const id of held.get(holder) ?? []) {
        unfile(holders, id, holder);
        const record = byId.get(id);
        if (record && !holders.has(id) && !OPEN[record.kind]?.includes(record.status)) free.add(id);
      }
      held.delete(holder);
    },
    take: (everything, isOwing) => {
      if (everything) {
        const rest = [...byId.values()];
        byId.clear();
        return rest;
      }
      const taken: AnyRecord[] = [];
      for (const id of free) {
        const record = byId.get(id);
        if (record && isOwing(record)) continue;
        free.delete(id);
        if (!record) continue;
        drop(record);
        taken.push(record);
      }
      return taken;
    },
  };
}
