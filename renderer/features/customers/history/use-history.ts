import { useState } from 'react';
import type { AnyRecord } from '#shared/documents/record.ts';
import { partyIds } from '#shared/modules/customer/facts.ts';
import { useLive } from '#renderer/book/use-live.ts';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { readHistory, type HistoryPart } from './read-history.ts';

const PAGE = 40;

export interface History {
  rows: Loadable<readonly AnyRecord[]>;
  more: boolean;
  onMore: () => void;
}

/** A customer's history, live, longer by a page each time more is asked for. */
export function useHistory(id: string, part: HistoryPart): History {
  const key = `${id} ${part}`;
  const [grown, setGrown] = useState({ key, wanted: PAGE });
  const wanted = grown.key === key ? grown.wanted : PAGE;
  const found = useLive(async (read) => readHistory(read, await partyIds(read, id), part, wanted), [key, wanted]);
  // While the longer history is read the shorter one stays on the screen.
  const [last, setLast] = useState<{ key: string; rows: readonly AnyRecord[] } | null>(null);
  if (found.state === 'ready' && (last?.rows !== found.value.rows || last.key !== key)) setLast({ key, rows: found.value.rows });
  const rows: Loadable<readonly AnyRecord[]> =
    found.state === 'ready'
      ? { state: 'ready', value: found.value.rows }
      : found.state === 'loading' && last?.key === key
        ? { state: 'ready', value: last.rows }
        : found;
  return {
    rows,
    more: found.state === 'ready' && found.value.more,
    onMore: () => setGrown({ key, wanted: wanted + PAGE }),
  };
}
