import { useLive } from '../book/use-live.ts';

/** Titles of documents that others point at, e.g. customers' names in a list of orders; ids still unknown are absent. */
export function useTitles(ids: readonly string[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(ids)].filter(Boolean).toSorted();
  const found = useLive(async (read) => (wanted.length === 0 ? new Map() : read.getMany(wanted)), [wanted.join(' ')]);
  return found.state === 'ready' ? new Map([...found.value].map(([id, record]) => [id, record.title])) : new Map();
}
