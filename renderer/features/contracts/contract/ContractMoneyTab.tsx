import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Stat } from '#renderer/ui/Stat.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { PlanTable } from '../PlanTable.tsx';
import type { ContractView } from './read-contract.ts';
import classes from './contract.module.css';

/** The plan, what came in against it, and on which papers (PAY-01, CON-07). */
export function ContractMoneyTab({ view }: { view: ContractView }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { money, overdue, papers } = view;
  const share = money.due === 0 ? '' : `${((money.received * 100) / money.due).toFixed(2)} %`;
  const columns: Column<AnyRecord>[] = [
    { key: 'kind', header: t('contracts.money.kind'), width: 110, render: (row) => words.kind(row.kind) },
    { key: 'no', header: words.column('no'), width: 190, grow: 1, render: (row) => row.no },
    { key: 'day', header: words.column('day'), width: 110, render: (row) => <DayText day={row.day} /> },
    { key: 'amount', header: words.column('amount'), width: 130, align: 'right', render: (row) => <Money fen={row.amount} /> },
    {
      key: 'status',
      header: words.column('status'),
      width: 110,
      render: (row) => <StatusBadge tone={moduleOf(row.kind)?.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
    },
  ];
  return (
    <>
      <div className={classes.stats}>
        <Stat label={t('contracts.money.due')} value={<Money fen={money.due} symbol />} />
        <Stat label={t('contracts.money.received')} value={<Money fen={money.received} symbol />} note={share} />
        <Stat label={t('contracts.money.open')} value={<Money fen={money.open} symbol />} />
        <Stat
          label={t('contracts.money.overdue')}
          value={<Money fen={overdue.amount} symbol />}
          note={overdue.days > 0 ? t('contracts.money.overdueDays', { count: overdue.days }) : undefined}
          tone={overdue.amount > 0 ? 'bad' : 'neutral'}
        />
      </div>
      <PlanTable plan={money.plan} total={money.due} />
      <Section title={t('contracts.money.papers')} flush>
        <DataTable
          label={t('contracts.money.papers')}
          columns={columns}
          rows={[...papers.receipts, ...papers.invoices]}
          rowKey={({ id }) => id}
          onOpen={(row) => go(pathOf(row))}
          empty={<Empty title={t('contracts.money.nothing')} />}
        />
      </Section>
    </>
  );
}
