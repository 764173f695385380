import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { ExportButton } from '#renderer/desk/export/ExportButton.tsx';
import { useGo } from '#renderer/desk/use-address.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Stat } from '#renderer/ui/Stat.tsx';
import { agedReceivables, buckets, type Aged, type Bucket } from './ageing.ts';
import classes from './finance.module.css';

/** What every customer owes, by how long it is overdue; the papers behind it are one Enter away. */
export function Receivables() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const go = useGo();
  const found = useLive((read) => agedReceivables(read, today), ['aged', today]);
  const rows = found.state === 'ready' ? found.value : [];
  const sumOf = (bucket: Bucket) => rows.reduce((sum, row) => sum + row.buckets[bucket], 0);
  const columns: Column<Aged>[] = [
    {
      key: 'name',
      header: t('cashier.finance.customer'),
      width: 180,
      grow: 1,
      render: ({ party, name }) => (party === '' ? t('cashier.finance.walkIns') : name),
      sortText: ({ name }) => name,
    },
    {
      key: 'papers',
      header: t('cashier.finance.papers'),
      width: 70,
      align: 'right',
      render: ({ papers }) => papers,
      sortText: ({ papers }) => papers,
    },
    {
      key: 'overdueDays',
      header: t('cashier.finance.oldest'),
      width: 100,
      align: 'right',
      render: ({ overdueDays }) =>
        overdueDays === 0 ? '' : <span className={classes.late}>{t('cashier.finance.days', { count: overdueDays })}</span>,
      sortText: ({ overdueDays }) => overdueDays,
    },
    ...buckets.map((bucket): Column<Aged> => ({
      key: bucket,
      header: t(`cashier.finance.buckets.${bucket}`),
      width: 108,
      align: 'right',
      render: (row) => (row.buckets[bucket] === 0 ? <span className={classes.dim}>—</span> : <Money fen={row.buckets[bucket]} />),
      sortText: (row) => row.buckets[bucket],
      total: (shown) => <Money fen={shown.reduce((sum, row) => sum + row.buckets[bucket], 0)} strong />,
    })),
    {
      key: 'open',
      header: t('cashier.finance.open'),
      width: 120,
      align: 'right',
      render: ({ open }) => <Money fen={open} strong />,
      sortText: ({ open }) => open,
      total: (shown) => <Money fen={shown.reduce((sum, row) => sum + row.open, 0)} strong />,
    },
  ];
  return (
    <>
      <div className={classes.stats}>
        {buckets.map((bucket) => (
          <Stat
            key={bucket}
            label={t(`cashier.finance.buckets.${bucket}`)}
            value={<Money fen={sumOf(bucket)} symbol />}
            {...((bucket === 'over90' || bucket === 'to90') && sumOf(bucket) > 0 ? { tone: 'bad' as const } : {})}
          />
        ))}
        <ExportButton
          name={`${t('cashier.finance.tabs.receivables')} ${today}`}
          subject="debts"
          collect={async () => ({
            name: t('cashier.finance.tabs.receivables'),
            headings: [
              t('cashier.finance.customer'),
              t('cashier.finance.papers'),
              t('cashier.finance.oldest'),
              ...buckets.map((bucket) => t(`cashier.finance.buckets.${bucket}`)),
              t('cashier.finance.open'),
            ],
            rows: rows.map((row) => [
              row.party === '' ? t('cashier.finance.walkIns') : row.name,
              row.papers,
              row.overdueDays,
              ...buckets.map((bucket) => row.buckets[bucket] / 100),
              row.open / 100,
            ]),
          })}
        />
      </div>
      <DataTable
        label={t('cashier.finance.tabs.receivables')}
        columns={columns}
        rows={found}
        rowKey={({ party }) => party}
        rowLabel={({ name }) => name}
        onOpen={({ party }) => go(party === '' ? '/cashier' : `/finance/debts/${party}`)}
        empty={<Empty title={t('cashier.finance.noDebts')} hint={t('cashier.finance.noDebtsHint')} />}
      />
    </>
  );
}
