import { useTranslation } from '#renderer/ui/i18n.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { judgementOf } from '#shared/modules/verdict/judgement.ts';
import { verdict } from '#shared/modules/verdict/module.ts';
import { useLive } from '../../book/use-live.ts';
import { GateNotice } from '../../ui/GateNotice.tsx';
import { Money } from '../../ui/Money.tsx';
import { refusalWords, RefusalView } from '../../ui/RefusalView.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { useWhen } from '../centre/use-when.ts';
import { pathOf } from '../paths.ts';
import { useAct } from '../use-act.ts';
import { useWords } from '../words.ts';
import { ComparedPapers } from './ComparedPapers.tsx';
import { VerdictActions } from './VerdictActions.tsx';
import classes from './VerdictCard.module.css';

export interface VerdictCardProps {
  /** A verdict that is open or returned. */
  record: AnyRecord;
  /** On the paper's own page: without its name. */
  onPaper?: boolean;
}

/** One paper the centre found something about: why, with which numbers, beside which other papers, and what to do. */
export function VerdictCard({ record, onPaper = false }: VerdictCardProps) {
  const { t } = useTranslation();
  const words = useWords();
  const when = useWhen();
  const acting = useAct();
  const { body, status, events } = verdict.read(record);
  const { reasons, gates, others } = judgementOf(record);
  const found = useLive((read) => read.getMany([body.judged, ...others]), [record.id, ...others]);
  const papers = found.state === 'ready' ? found.value : new Map<string, AnyRecord>();
  const paper = papers.get(body.judged);
  const name = [words.kind(body.judgedKind), body.judgedNo].filter(Boolean).join(' ');
  const judgedAt = hlcMilliseconds(events.findLast(({ type }) => type === 'opened' || type === 'returned')?.id ?? events[0]?.id ?? '');

  return (
    <article className={onPaper ? classes.alone : classes.card} aria-label={name}>
      <div className={classes.head}>
        <StatusBadge
          tone={status === 'returned' ? 'bad' : 'warn'}
          label={t(status === 'returned' ? 'sync.verdicts.returned' : 'sync.verdicts.open')}
        />
        {!onPaper && (
          <a className={classes.link} href={`#${pathOf({ kind: body.judgedKind, id: body.judged })}`}>
            {name}
          </a>
        )}
        {!onPaper && paper !== undefined && (
          <>
            <span className={classes.title}>{paper.title}</span>
            {paper.amount !== 0 && <Money fen={paper.amount} symbol />}
          </>
        )}
        <span className={classes.dim}>{t('sync.verdicts.judged', { at: when(judgedAt) })}</span>
        <VerdictActions record={record} paper={name} acting={acting} />
      </div>
      {reasons.length > 0 && (
        <ul className={classes.reasons}>
          {reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>{refusalWords(reason)}</li>
          ))}
        </ul>
      )}
      <GateNotice outcomes={gates} />
      {others.length > 0 && found.state === 'ready' && <ComparedPapers judged={body.judged} others={others} papers={papers} />}
      {acting.refusal !== null && <RefusalView refusal={acting.refusal} />}
    </article>
  );
}
