import type { ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useChainWords } from '#renderer/desk/approvals/chain-words.ts';
import { usePaperName } from '#renderer/desk/paper-name.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Blocked } from '#shared/documents/act.ts';
import type { Waiting } from '#shared/modules/inbox.ts';
import classes from './WaitingRow.module.css';

export interface WaitingLine {
  name: string;
  spec: string;
  unit: string;
  quantity: number;
  price?: number;
  note?: string;
}

export interface WaitingRowProps {
  item: Pick<Waiting, 'record' | 'days' | 'isLate'>;
  /** Goods on the paper, as far as they help to decide. */
  lines: readonly WaitingLine[];
  note?: string;
  refusal: Blocked | null;
  /** Before the number: a checkbox. */
  lead?: ReactNode;
  /** Below everything: the chain. */
  foot?: ReactNode;
  children: ReactNode;
}

/** One paper to decide: who asks, since when, for what, how much; the buttons on the right. */
export function WaitingRow({ item, lines, note, refusal, lead, foot, children }: WaitingRowProps) {
  const { t } = useTranslation();
  const { nameOf } = useStaff();
  const chainWords = useChainWords();
  const paperName = usePaperName();
  const { record, days, isLate } = item;
  const shown = lines.slice(0, 6).map((line, index) => ({ ...line, key: `${index} ${line.name}` }));
  return (
    <article className={classes.row} aria-label={record.no === '' ? paperName(record) : `${record.no} ${record.title}`}>
      <div className={classes.head}>
        {lead}
        <a className={classes.no} href={`#${pathOf(record)}`}>
          {paperName(record)}
        </a>
        {record.no !== '' && <span className={classes.title}>{record.title}</span>}
        <span className={classes.since}>
          {nameOf(record.owner)} · <span className={isLate ? classes.late : undefined}>{chainWords.days(days)}</span>
        </span>
        {record.amount !== 0 && <Money fen={record.amount} symbol strong />}
        <span className={classes.actions}>{children}</span>
      </div>
      {shown.length > 0 && (
        <ul className={classes.lines}>
          {shown.map((line) => (
            <li key={line.key}>
              {line.name} {line.spec} · <Quantity milli={line.quantity} unit={line.unit} />
              {line.price !== undefined && (
                <>
                  {' '}
                  × <Money fen={line.price} />
                </>
              )}
              {line.note !== undefined && <span className={classes.warn}> {line.note}</span>}
            </li>
          ))}
          {lines.length > 6 && <li className={classes.dim}>{t('policy.inbox.more', { count: lines.length - 6 })}</li>}
        </ul>
      )}
      {note !== undefined && note !== '' && <p className={classes.note}>{note}</p>}
      {foot !== undefined && <div className={classes.foot}>{foot}</div>}
      {refusal !== null && <RefusalView refusal={refusal} />}
    </article>
  );
}
