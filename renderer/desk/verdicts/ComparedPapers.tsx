import { useTranslation } from '#renderer/ui/i18n.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { Money } from '../../ui/Money.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { useWhen } from '../centre/use-when.ts';
import { pathOf } from '../paths.ts';
import { useStaff } from '../use-staff.ts';
import { useWords } from '../words.ts';
import classes from './ComparedPapers.module.css';

export interface ComparedPapersProps {
  judged: string;
  others: readonly string[];
  papers: ReadonlyMap<string, AnyRecord>;
}

/** Papers that collide, one below the other with the same columns, so that the eye finds the difference. */
export function ComparedPapers({ judged, others, papers }: ComparedPapersProps) {
  const { t } = useTranslation();
  return (
    <table className={classes.papers}>
      <thead>
        <tr>
          <th scope="col">{t('sync.unsent.paper')}</th>
          {(['at', 'by', 'desk', 'amount', 'status'] as const).map((column) => (
            <th key={column} scope="col" className={column === 'amount' ? classes.right : undefined}>
              {t(`sync.verdicts.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[judged, ...others].map((id) => (
          <PaperRow key={id} label={t(id === judged ? 'sync.verdicts.this' : 'sync.verdicts.other')} paper={papers.get(id)} />
        ))}
      </tbody>
    </table>
  );
}

function PaperRow({ label, paper }: { label: string; paper: AnyRecord | undefined }) {
  const { t } = useTranslation();
  const words = useWords();
  const when = useWhen();
  const { nameOf } = useStaff();
  const first = paper?.events[0];
  return (
    <tr>
      <th scope="row">
        <span className={classes.which}>{label}</span>
        {paper === undefined ? (
          t('sync.verdicts.notHere')
        ) : (
          <>
            <a href={`#${pathOf(paper)}`} className={classes.link}>
              {[words.kind(paper.kind), paper.no].filter(Boolean).join(' ')}
            </a>{' '}
            {paper.title}
          </>
        )}
      </th>
      <td>{first && when(hlcMilliseconds(first.id))}</td>
      <td>{first && nameOf(first.by)}</td>
      <td>{paper?.desk}</td>
      <td className={classes.right}>{paper && paper.amount !== 0 ? <Money fen={paper.amount} /> : '—'}</td>
      <td>{paper && <StatusBadge tone={moduleOf(paper.kind)?.tones[paper.status] ?? 'neutral'} label={words.status(paper)} />}</td>
    </tr>
  );
}
