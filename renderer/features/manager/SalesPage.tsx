import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { formatFen } from '#shared/core/money.ts';
import { readSalesPapers, type SalesPaper } from './figures.ts';

/** The papers behind one month's bar; together they give exactly its figure. */
export function SalesPage() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const month = useAddressPart('month');
  const words = useWords();
  const { nameOf } = useStaff();
  const go = useGo();
  const found = useLive((read) => readSalesPapers(read, month), [month]);
  const rest = found.state === 'ready' ? found.value.rest : 0;
  const columns: Column<SalesPaper>[] = [
    { key: 'kind', header: words.column('kind'), width: 110, render: ({ record }) => words.kind(record.kind) },
    { key: 'no', header: words.column('no'), width: 190, render: ({ record }) => record.no },
    { key: 'day', header: words.column('day'), width: 100, render: ({ record }) => <DayText day={record.day} today={today} /> },
    { key: 'title', header: words.column('title'), width: 240, grow: 1, render: ({ record }) => record.title },
    { key: 'owner', header: words.column('owner'), width: 100, render: ({ record }) => nameOf(record.owner) },
    {
      key: 'share',
      header: t('manager.sales.share'),
      width: 140,
      align: 'right',
      render: ({ share }) => <Money fen={share} />,
      total: (rows) => <Money fen={rows.reduce((sum, { share }) => sum + share, 0)} strong />,
    },
  ];
  return (
    <Page
      title={t('manager.sales.title', { month })}
      subtitle={
        found.state === 'ready'
          ? t('manager.sales.total', { total: formatFen(found.value.total), count: found.value.rows.length }) +
            (rest === 0 ? '' : ` · ${t('manager.sales.rest')} ${formatFen(rest)}`)
          : undefined
      }
      layout="flush"
    >
      <DataTable
        label={t('manager.sales.title', { month })}
        columns={columns}
        rows={found.state === 'ready' ? found.value.rows : found}
        rowKey={({ record }) => record.id}
        onOpen={({ record }) => go(pathOf(record))}
        empty={<Empty title={t('manager.sales.empty')} />}
      />
    </Page>
  );
}
