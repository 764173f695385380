import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import type { Fen } from '#shared/core/money.ts';
import type { Bundle } from '#shared/modules/handover/rules.ts';
import { FaceDialog } from '../count/FaceDialog.tsx';
import classes from './till.module.css';

interface CountTableProps {
  bundles: readonly Bundle[];
  /** Fen by day and method. */
  counted: Readonly<Record<string, Fen | null>>;
  onCounted: (counted: Readonly<Record<string, Fen | null>>) => void;
  onProblem: (problem: string | null) => void;
}

/** Booked against counted, per day and method. Cash starts empty: it is counted, not copied; the rest is as the terminals say. */
export function CountTable({ bundles, counted, onCounted, onProblem }: CountTableProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const [problems, setProblems] = useState<Readonly<Record<string, string | null>>>({});
  const [facing, setFacing] = useState<string | null>(null);
  const report = (key: string, problem: string | null) => {
    const next = { ...problems, [key]: problem };
    setProblems(next);
    onProblem(Object.values(next).find((text) => text !== null) ?? null);
  };
  const booked = bundles.reduce((sum, bundle) => sum + bundle.booked, 0);
  const there = bundles.reduce((sum, bundle) => sum + (counted[bundle.day + bundle.method] ?? 0), 0);
  // What is not counted yet is not a difference yet.
  const difference = bundles.reduce((sum, { day, method, booked: amount }) => sum + (counted[day + method] ?? amount) - amount, 0);
  const asBooked = () =>
    onCounted({
      ...counted,
      ...Object.fromEntries(
        bundles.filter(({ method }) => method !== 'cash').map(({ day, method, booked: amount }) => [day + method, amount]),
      ),
    });
  return (
    <div className={classes.counts}>
      <span className={classes.head}>{words.column('day')}</span>
      <span className={classes.head}>{words.field('receipt', 'method')}</span>
      <span className={`${classes.head} ${classes.right}`}>{t('cashier.handover.receipts')}</span>
      <span className={`${classes.head} ${classes.right}`}>{t('documents.lines.handover.booked')}</span>
      <span className={`${classes.head} ${classes.right}`}>{t('documents.lines.handover.counted')}</span>
      <span className={`${classes.head} ${classes.right}`}>{t('cashier.handover.difference')}</span>
      {bundles.map(({ day, method, booked: amount, receipts }, index) => {
        const key = day + method;
        const count = counted[key] ?? null;
        return (
          <div key={key} className={classes.row}>
            <DayText day={day} today={today} />
            <span>
              {words.method(method)}
              {method === 'cash' && (
                <Button size="compact-xs" variant="subtle" onClick={() => setFacing(key)}>
                  {t('cashbook.byFace')}
                </Button>
              )}
            </span>
            <span className={classes.right}>{receipts.length}</span>
            <span className={classes.right}>
              <Money fen={amount} />
            </span>
            <MoneyInput
              label={t('cashier.handover.countOf', { day, method: words.method(method) })}
              hideLabel
              value={count}
              min={Number.MIN_SAFE_INTEGER}
              onChange={(value) => onCounted({ ...counted, [key]: value })}
              onProblem={(problem) => report(key, problem)}

              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
              autoFocus={index === 0}
            />
            <span className={`${classes.right} ${count !== null && count !== amount ? classes.late : ''}`}>
              {count === null ? '—' : <Money fen={count - amount} />}
            </span>
          </div>
        );
      })}
      <div className={classes.row}>
        <strong>{t('common.total')}</strong>
        <span>
          <Button size="compact-xs" variant="subtle" onClick={asBooked}>
            {t('cashier.handover.asBooked')}
          </Button>
        </span>
        <span />
        <strong className={classes.right}>
          <Money fen={booked} />
        </strong>
        <strong className={classes.right}>
          <Money fen={there} />
        </strong>
        <strong className={classes.right}>
          <Money fen={difference} />
        </strong>
      </div>
      {facing !== null && <FaceDialog onCounted={(sum) => onCounted({ ...counted, [facing]: sum })} onClose={() => setFacing(null)} />}
    </div>
  );
}
