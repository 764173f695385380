import { verdict } from '#shared/modules/verdict/module.ts';
import { useLive } from '../../book/use-live.ts';

/** Papers the centre sent back and nobody has put right yet; counted up to 100. */
export function useReturned(): number {
  const found = useLive(async (read) => (await read.all({ kind: verdict.kind, status: 'returned' }, 100)).rows.length, ['returned']);
  return found.state === 'ready' ? found.value : 0;
}
