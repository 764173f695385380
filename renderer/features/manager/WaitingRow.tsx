import type { ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Blocked } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import classes from './WaitingRow.module.css';

export interface WaitingRowProps {
  record: AnyRecord;
  /** Goods on the paper, as far as they help to decide. */
  lines: readonly { name: string; spec: string; unit: string; quantity: number; price?: number; note?: string }[];
  note?: string;
  refusal: Blocked | null;
  children: ReactNode;
}

/** One paper to decide: who asks, since when, for what, how much; the buttons on the right. */
export function WaitingRow({ record, lines, note, refusal, children }: WaitingRowProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const shown = lines.slice(0, 6).map((line, index) => ({ ...line, key: `${index} ${line.name}` }));
  return (
    <article className={classes.row} aria-label={`${record.no} ${record.title}`}>
      <div className={classes.head}>
        <a className={classes.no} href={`#${pathOf(record)}`}>
          {record.no}
        </a>
        <span className={classes.title}>{record.title}</span>
        <span className={classes.dim}>
          {nameOf(record.owner)} · <DayText day={record.day} today={today} />
        </span>
        <Money fen={record.amount} symbol strong />
        <span className={classes.actions}>{children}</span>
      </div>
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
        {lines.length > 6 && <li className={classes.dim}>{`+${lines.length - 6} ${t('manager.approvals.lines')}`}</li>}
      </ul>
      {note !== undefined && note !== '' && <p className={classes.dim}>{note}</p>}
      {refusal !== null && <RefusalView refusal={refusal} />}
    </article>
  );
}
