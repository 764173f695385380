import { maySee, seesAll } from '#shared/modules/may-see.ts';
import type { SearchHit } from '../book/book.ts';
import { useLive } from '../book/use-live.ts';
import { useDesk } from './desk.ts';

/** What of a search the person here may read: another's commission, claims and trips are not even named. Whose they are stands on the papers. */
export function useMayFind(hits: readonly SearchHit[]): readonly SearchHit[] {
  const { actor } = useDesk();
  const guarded = hits.filter(({ kind }) => !seesAll(kind, actor)).map(({ id }) => id);
  const papers = useLive((read) => read.getMany(guarded), ['may-find', actor.id, guarded.join(' ')]);
  return hits.filter(({ id, kind }) => {
    const record = papers.state === 'ready' ? papers.value.get(id) : undefined;
    return seesAll(kind, actor) || (record !== undefined && maySee(record, actor));
  });
}
