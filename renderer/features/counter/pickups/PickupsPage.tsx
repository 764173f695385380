import { SegmentedControl } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { collectRecords } from '#renderer/desk/export/collect-records.ts';
import { ExportButton } from '#renderer/desk/export/ExportButton.tsx';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useListView } from '#renderer/desk/use-list-view.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { extractSubject } from '#shared/modules/extract/subject.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { pickup } from '#shared/modules/pickup/module.ts';
import { openPickups, pickupsSearch, pickupStatuses } from './pickups-search.ts';

/** Goods bought in for single sales (STK-04, SHP-05): who has to do what next. Purchasing starts its day here. */
export function PickupsPage() {
  const { t } = useTranslation();
  const words = useWords();
  const { today, book } = useDesk();
  const view = useListView('pickups');
  const { nameOf } = useStaff();
  const go = useGo();
  const [{ status }, change] = useAddressFilters(pickupsSearch);
  const query = { kind: pickup.kind, ...(status === 'all' || status === '' ? {} : { status }) };
  // Goods may be in and the slip closed while the money drawn for them is still out.
  const out = useLive((read) => read.balances('float-out/'), ['float-out']);
  const outOf = (row: AnyRecord) => (out.state === 'ready' ? (out.value.get(`float-out/${row.id}`) ?? 0) : 0);
  const condition = status === '' ? (row: AnyRecord) => isOpen(row) || outOf(row) > 0 : undefined;
  const owing = out.state === 'ready' ? [...out.value.keys()].join() : '';
  const list = useList(query, condition, `${status}|${owing}`);
  const counts = useLive(
    async (read) => Promise.all(openPickups.map(async (open) => (await read.all({ kind: pickup.kind, status: open }, 100)).rows.length)),
    ['pickup-counts'],
  );
  const countOf = (value: string) => (counts.state === 'ready' ? (counts.value[openPickups.findIndex((open) => open === value)] ?? 0) : 0);
  const bodyOf = (row: AnyRecord) => pickup.read(row).body;

  const columns: Column<AnyRecord>[] = [
    { key: 'no', header: words.column('no'), width: 170, render: (row) => row.no, sortText: (row) => row.no },
    {
      key: 'day',
      header: words.column('day'),
      width: 88,
      render: (row) => <DayText day={row.day} today={today} />,
      sortText: (row) => row.day,
    },
    { key: 'supplier', header: words.field('pickup', 'supplierName'), width: 120, grow: 1, render: (row) => bodyOf(row).supplierName },
    { key: 'customer', header: words.field('pickup', 'customerName'), width: 120, grow: 1, render: (row) => bodyOf(row).customerName },
    { key: 'order', hidden: true, header: words.field('pickup', 'orderNo'), width: 170, render: (row) => bodyOf(row).orderNo },
    { key: 'owner', header: t('counter.pickup.writer'), width: 84, render: (row) => nameOf(row.owner) },
    {
      key: 'cost',
      header: words.field('pickup', 'cost'),
      width: 96,
      align: 'right',
      render: (row) => <Money fen={row.amount} />,
      sortText: (row) => row.amount,
      total: (rows) => <Money fen={rows.reduce((sum, row) => sum + row.amount, 0)} strong />,
    },
    {
      key: 'out',
      header: t('counter.pickup.outShort'),
      width: 96,
      align: 'right',
      render: (row) => outOf(row) > 0 && <Money fen={outOf(row)} />,
      sortText: outOf,
      total: (rows) => <Money fen={rows.reduce((sum, row) => sum + outOf(row), 0)} strong />,
    },
    {
      key: 'status',
      header: words.column('status'),
      width: 124,
      render: (row) => <StatusBadge tone={pickup.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
    },
    {
      key: 'next',
      header: t('counter.home.next'),
      width: 164,
      render: (row) => <span>{t(`counter.pickup.next.${stepAfter(row.status, outOf(row) > 0)}`)}</span>,
    },
  ];

  return (
    <Page
      title={t('counter.pickup.title')}
      subtitle={t('counter.pickup.hint')}
      layout="flush"
      actions={
        <ExportButton
          name={`${t('counter.pickup.title')} ${today}`}
          subject={extractSubject(query.kind)}
          collect={(onProgress) => collectRecords(book, query, condition, words, nameOf, onProgress)}
        />
      }
      toolbar={
        <SegmentedControl
          aria-label={words.column('status')}
          data={[
            { value: '', label: t('counter.pickup.open') },
            ...pickupStatuses.map((value) => ({
              value,
              label: `${words.status({ kind: 'pickup', status: value })}${countOf(value) > 0 ? ` ${countOf(value)}` : ''}`,
            })),
            { value: 'all', label: t('common.all') },
          ]}
          value={status}
          onChange={(value) => change({ status: value })}
        />
      }
    >
      <DataTable
        {...list}
        {...view}
        label={t('counter.pickup.title')}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.no}
        onOpen={(row) => go(`/pickups/${row.id}`)}
        empty={<Empty title={t('counter.pickup.empty')} hint={t('counter.pickup.emptyHint')} />}
      />
    </Page>
  );
}

function isOpen(row: AnyRecord): boolean {
  return openPickups.some((status) => status === row.status);
}

const after = {
  written: 'photograph',
  photographed: 'record',
  recorded: 'draw',
  drawn: 'stock',
} as const;

function stepAfter(status: string, owes: boolean): (typeof after)[keyof typeof after] | 'settle' | 'none' {
  return status in after ? after[status as keyof typeof after] : owes ? 'settle' : 'none';
}
