import { useState } from 'react';
import type { Day } from '#shared/core/calendar.ts';
import type { RecordQuery } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { useLive } from '../book/use-live.ts';
import type { Loadable } from '../ui/loadable.ts';
import { LOOK, readMatching, type Matching } from './read-matching.ts';

export interface LiveList {
  rows: Loadable<readonly AnyRecord[]>;
  hasMore: boolean;
  onMore: () => void;
  /** Only so many of the newest documents were looked through; `onMore` looks further. */
  lookedAt?: number;
}

const PAGE = 100;

/**
 * A list of documents, newest first, live; it grows by pages as the user scrolls. Spread it into a `DataTable`.
 * @param matches an extra condition without an index; must be described completely by `conditionKey`
 */
export function useList(query: RecordQuery, matches?: (record: AnyRecord) => boolean, conditionKey = ''): LiveList {
  const { kind = '', status = '', party = '', source = '' } = query;
  const from: Day = query.day?.from ?? '';
  const to: Day = query.day?.to ?? '';
  const key = [kind, status, party, source, from, to, conditionKey].join('|');
  const [grown, setGrown] = useState({ key, wanted: PAGE, reach: LOOK });
  const { wanted, reach } = grown.key === key ? grown : { wanted: PAGE, reach: LOOK };

  const found = useLive(
    async (read): Promise<Matching> => {
      if (matches) return readMatching(read, query, matches, wanted, reach);
      const page = await read.list({ ...query, limit: wanted });
      return { rows: page.rows, more: page.next !== null };
    },
    [key, wanted, reach],
  );
  // While the longer list is read the shorter one stays on the screen.
  const [last, setLast] = useState<(Matching & { key: string }) | null>(null);
  if (found.state === 'ready' && (last?.rows !== found.value.rows || last.key !== key)) setLast({ key, ...found.value });
  const shown = found.state === 'ready' ? found.value : last?.key === key ? last : null;

  return {
    rows: shown ? { state: 'ready', value: shown.rows } : found.state === 'failed' ? found : { state: 'loading' },
    hasMore: shown?.more ?? false,
    onMore: () => {
      if (found.state !== 'ready' || !found.value.more) return;
      if (found.value.stoppedAfter === undefined) setGrown({ key, wanted: wanted + PAGE, reach });
      else setGrown({ key, wanted, reach: reach + LOOK });
    },
    ...(shown?.stoppedAfter === undefined ? {} : { lookedAt: shown.stoppedAfter }),
  };
}
