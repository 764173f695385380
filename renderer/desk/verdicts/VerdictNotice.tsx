import { verdictId } from '#shared/modules/verdict/module.ts';
import { useLive } from '../../book/use-live.ts';
import { VerdictCard } from './VerdictCard.tsx';

/** On a paper's own page: what the centre found about it, while nobody has decided. */
export function VerdictNotice({ id }: { id: string }) {
  const found = useLive((read) => read.get(verdictId(id)), [id]);
  if (found.state !== 'ready' || found.value === null) return null;
  const { kind, status } = found.value;
  return kind === 'verdict' && (status === 'returned' || status === 'open') ? <VerdictCard record={found.value} onPaper /> : null;
}
