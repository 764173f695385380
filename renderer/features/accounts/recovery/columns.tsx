import { useDesk } from '#renderer/desk/desk.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import type { Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { Fen } from '#shared/core/money.ts';
import classes from '../accounts.module.css';
import { percentOf } from '#renderer/desk/contract-money/percent.ts';
import type { PlanPart } from '#renderer/desk/contract-money/plan-parts.ts';
import type { ContractRow } from './contract-rows.ts';

/** One row per contract. */
export function useContractColumns(): Column<ContractRow>[] {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const sum = (rows: readonly ContractRow[], of: (row: ContractRow) => Fen) => (
    <Money fen={rows.reduce((total, row) => total + of(row), 0)} strong />
  );
  return [
    { key: 'no', header: words.column('no'), width: 158, render: ({ record }) => record.no, sortText: ({ record }) => record.no },
    {
      key: 'customer',
      header: words.field('contract', 'customerName'),
      width: 126,
      grow: 1,
      render: ({ record }) => record.body.customerName,
      sortText: ({ record }) => record.body.customerName,
    },
    { key: 'owner', header: words.column('owner'), width: 64, render: ({ record }) => nameOf(record.owner) },
    {
      key: 'due',
      header: t('accounts.recovery.total'),
      width: 104,
      align: 'right',
      render: ({ money }) => <Money fen={money.due} />,
      sortText: ({ money }) => money.due,
      total: (rows) => sum(rows, ({ money }) => money.due),
    },
    {
      key: 'share',
      header: t('accounts.recovery.share'),
      width: 72,
      align: 'right',
      render: ({ money }) => percentOf(money.received, money.due),
      sortText: ({ money }) => (money.due > 0 ? money.received / money.due : 0),
    },
    {
      key: 'open',
      header: t('accounts.recovery.open'),
      width: 104,
      align: 'right',
      render: ({ money }) => <Money fen={money.open} strong />,
      sortText: ({ money }) => money.open,
      total: (rows) => sum(rows, ({ money }) => money.open),
    },
    {
      key: 'next',
      header: t('accounts.recovery.next'),
      width: 200,
      render: ({ next }) =>
        next && (
          <>
            {words.value('kind', next.kind)} <DayText day={next.due} today={today} due />
          </>
        ),
      sortText: ({ next }) => next?.due ?? '',
    },
    {
      key: 'overdue',
      header: t('accounts.recovery.overdue'),
      width: 104,
      align: 'right',
      render: ({ overdue }) => (overdue.amount > 0 ? <Money fen={overdue.amount} /> : <span className={classes.dim}>—</span>),
      sortText: ({ overdue }) => overdue.amount,
      total: (rows) => sum(rows, ({ overdue }) => overdue.amount),
    },
    {
      key: 'ladder',
      header: t('accounts.recovery.ladder'),
      width: 108,
      render: ({ legal, letters, proposed }) =>
        legal ? (
          <StatusBadge tone="bad" label={t('accounts.recovery.legal')} />
        ) : letters > 0 ? (
          <StatusBadge tone="warn" label={t('accounts.recovery.letters', { count: letters })} />
        ) : proposed > 0 ? (
          <StatusBadge tone="info" label={t('accounts.recovery.proposed')} />
        ) : (
          ''
        ),
    },
  ];
}

/** One row per part of a plan that is not paid. */
export function usePartColumns(): Column<PlanPart>[] {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const money = (key: 'amount' | 'paid' | 'open', header: string): Column<PlanPart> => ({
    key,
    header,
    width: 108,
    align: 'right',
    render: (part) => <Money fen={part[key]} strong={key === 'open'} />,
    sortText: (part) => part[key],
    total: (parts) => <Money fen={parts.reduce((sum, part) => sum + part[key], 0)} strong />,
  });
  return [
    { key: 'no', header: words.column('no'), width: 158, render: ({ record }) => record.no, sortText: ({ record }) => record.no },
    {
      key: 'customer',
      header: words.field('contract', 'customerName'),
      width: 170,
      grow: 1,
      render: ({ record }) => record.body.customerName,
      sortText: ({ record }) => record.body.customerName,
    },
    { key: 'owner', header: words.column('owner'), width: 64, render: ({ record }) => nameOf(record.owner) },
    {
      key: 'part',
      header: t('accounts.recovery.part'),
      width: 136,
      render: ({ place, kind }) => `${place} · ${words.value('kind', kind)}`,
    },
    {
      key: 'due',
      header: t('accounts.recovery.dueDay'),
      width: 130,
      render: ({ due }) => dueText(due, today, t),
      sortText: ({ due }) => due,
    },
    money('amount', t('accounts.recovery.amount')),
    money('paid', t('accounts.recovery.paid')),
    money('open', t('accounts.recovery.open')),
  ];
}

function dueText(due: string, today: string, t: ReturnType<typeof useTranslation>['t']) {
  return due === '' ? <span className={classes.dim}>{t('accounts.recovery.onEvent')}</span> : <DayText day={due} today={today} due />;
}
