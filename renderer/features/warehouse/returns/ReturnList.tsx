import { IconTruckReturn } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { extractSubject } from '#shared/modules/extract/subject.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { conditionOf, returnSlip } from '#shared/modules/return/module.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { collectRecords } from '#renderer/desk/export/collect-records.ts';
import { ExportButton } from '#renderer/desk/export/ExportButton.tsx';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useListView } from '#renderer/desk/use-list-view.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { returnFilters } from './return-filters.ts';

/** Returns, newest first. */
export function ReturnList() {
  const { t } = useTranslation();
  const { today, book } = useDesk();
  const words = useWords();
  const { nameOf } = useStaff();
  const go = useGo();
  const [filters, change] = useAddressFilters(returnFilters);
  const query = {
    kind: returnSlip.kind,
    ...(filters.status === '' ? {} : { status: filters.status }),
    ...(filters.dayFrom === '' && filters.dayTo === ''
      ? {}
      : { day: { from: filters.dayFrom || '0001-01-01', to: filters.dayTo || '9999-12-31' } }),
  };
  const list = useList(query);
  const listView = useListView('returns');
  const columns = useColumns(list.hasMore);
  const filtered = Object.values(filters).some((value) => value !== '');
  return (
    <Page
      title={t('warehouse.returns.listTitle')}
      layout="flush"
      actions={
        <ExportButton
          name={`${t('warehouse.returns.listTitle')} ${today}`}
          subject={extractSubject(query.kind)}
          collect={(onProgress) => collectRecords(book, query, undefined, words, nameOf, onProgress)}
        />
      }
      toolbar={
        <FilterBar
          fields={[
            {
              kind: 'choice',
              key: 'status',
              label: t('warehouse.returns.status'),
              options: ['asked', 'approved', 'received', 'refused', 'withdrawn'].map((status) => ({
                value: status,
                label: words.status({ kind: returnSlip.kind, status }),
              })),
            },
            { kind: 'days', key: 'day', label: t('warehouse.returns.day'), today },
          ]}
          value={filters}
          onChange={(value) => change(returnFilters.parse(value))}
        />
      }
    >
      <DataTable
        label={t('warehouse.returns.list')}
        columns={columns}
        {...list}
        {...listView}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.no}
        onOpen={(row) => go(pathOf(row))}
        empty={
          filtered ? (
            <Empty title={t('warehouse.returns.emptyFiltered')} />
          ) : (
            <Empty
              title={t('warehouse.returns.empty')}
              hint={t('warehouse.returns.emptyHint')}
              icon={<IconTruckReturn size={28} stroke={1.4} />}
            />
          )
        }
      />
    </Page>
  );
}

function useColumns(hasMore: boolean): readonly Column<AnyRecord>[] {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  const body = (row: AnyRecord) => returnSlip.read(row).body;
  return [
    {
      key: 'no',
      header: t('warehouse.returns.no'),
      width: 160,
      render: (row) => row.no,
      sortText: (row) => row.no,
      total: (rows) =>
        hasMore ? t('warehouse.returns.countMore', { count: rows.length }) : t('warehouse.returns.count', { count: rows.length }),
    },
    {
      key: 'day',
      header: t('warehouse.returns.day'),
      width: 84,
      render: (row) => <DayText day={row.day} today={today} />,
      sortText: (row) => row.day,
    },
    {
      key: 'customer',
      header: t('warehouse.returns.customer'),
      width: 170,
      grow: 1,
      render: (row) => body(row).customerName,
      sortText: (row) => body(row).customerName,
    },
    { key: 'order', header: t('warehouse.returns.orderNo'), width: 160, render: (row) => body(row).orderNo },
    { key: 'reason', header: t('warehouse.returns.reason'), width: 150, grow: 1, render: (row) => body(row).reason },
    {
      key: 'condition',
      header: t('warehouse.returns.condition'),
      width: 80,
      render: (row) => t(`warehouse.returns.${conditionOf(returnSlip.read(row))}`),
      sortText: (row) => conditionOf(returnSlip.read(row)),
    },
    { key: 'seller', header: t('warehouse.returns.seller'), width: 90, render: (row) => nameOf(body(row).seller), hidden: true },
    {
      key: 'amount',
      header: t('warehouse.returns.total'),
      width: 100,
      align: 'right',
      render: (row) => <Money fen={row.amount} />,
      sortText: (row) => row.amount,
      total: (rows) => <Money fen={rows.reduce((sum, row) => sum + row.amount, 0)} />,
    },
    {
      key: 'status',
      header: t('warehouse.returns.status'),
      width: 112,
      render: (row) => <StatusBadge tone={returnSlip.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
      sortText: (row) => row.status,
    },
  ];
}
