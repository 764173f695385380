import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '../book/use-live.ts';
import { ChainView } from '../ui/ChainView.tsx';
import { Section } from '../ui/Section.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { usePaperName } from './paper-name.ts';
import { pathOf } from './paths.ts';
import { readChain } from './read-chain.ts';
import { useGo } from './use-address.ts';
import { useWords } from './words.ts';

/** Everything that belongs to the same deal as a picture; nothing when the document stands alone. */
export function LinkedPapers({ record }: { record: AnyRecord }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const paperName = usePaperName();
  const chain = useLive((read) => readChain(read, record), [record.id]);
  if (chain.state !== 'ready' || chain.value.length < 2) return null;
  return (
    <Section title={t('lists.linked')}>
      <ChainView
        links={chain.value.map((paper) => ({
          key: paper.id,
          kind: words.kind(paper.kind),
          // A task has no number; what is to be done says which one it is.
          no: paperName(paper),
          status: words.status(paper),
          state: stateOf(paper),
          current: paper.id === record.id,
          onOpen: () => go(pathOf(paper)),
        }))}
      />
    </Section>
  );
}

/** From the tone its module gives the status. */
function stateOf(paper: AnyRecord): 'done' | 'due' | 'blocked' | 'none' {
  switch (moduleOf(paper.kind)?.tones[paper.status]) {
    case 'good':
      return 'done';
    case 'warn':
    case 'info':
      return 'due';
    case 'bad':
      return 'blocked';
    default:
      return 'none';
  }
}
