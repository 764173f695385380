import { useTranslation } from '#renderer/ui/i18n.ts';
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
import { extractSubject } from '#shared/modules/extract/subject.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { methods } from '#shared/modules/fields.ts';
import { receipt } from '#shared/modules/receipt/module.ts';
import { receiptReason } from '#shared/modules/receipt/reason.ts';
import { receiptsSearch } from './receipts-search.ts';

const types = ['payment', 'deposit', 'refund', 'red'] as const;
const statuses = ['taken', 'handed', 'reversed', 'offset'] as const;

/** All receipts, newest first; red ones and what they took back stay in the list and cancel out in the total. */
export function ReceiptsPage() {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const words = useWords();
  const { today, book } = useDesk();
  const { nameOf, working } = useStaff();
  const go = useGo();
  const [filters, change] = useAddressFilters(receiptsSearch);
  const { method, type, status, dayFrom, dayTo, owner } = filters;
  const view = useListView('receipts');
  const query = {
    kind: receipt.kind,
    ...(status === '' ? {} : { status }),
    ...(dayFrom === '' && dayTo === '' ? {} : { day: { from: dayFrom || '0000-01-01', to: dayTo || '9999-12-31' } }),
  };
  const condition = method === '' && type === '' && owner === '' ? undefined : matches;
  const list = useList(query, condition, [method, type, owner].join('|'));

  function matches(row: AnyRecord): boolean {
    const { body } = row;
    return (method === '' || body.method === method) && (type === '' || body.type === type) && (owner === '' || row.owner === owner);
  }
  const bodyOf = (row: AnyRecord) => receipt.read(row).body;
  const columns: Column<AnyRecord>[] = [
    { key: 'no', header: words.column('no'), width: 158, render: (row) => row.no, sortText: (row) => row.no },
    {
      key: 'day',
      header: words.column('day'),
      width: 76,
      render: (row) => <DayText day={row.day} today={today} />,
      sortText: (row) => row.day,
    },
    {
      key: 'payer',
      header: words.field('receipt', 'payer'),
      width: 116,
      grow: 1,
      render: (row) => bodyOf(row).payer,
      sortText: (row) => bodyOf(row).payer,
    },
    { key: 'reason', header: words.field('receipt', 'reason'), width: 200, grow: 2, render: (row) => receiptReason(bodyOf(row), language) },
    {
      key: 'type',
      header: words.field('receipt', 'type'),
      width: 76,
      render: (row) => words.value('type', bodyOf(row).type),
      sortText: (row) => bodyOf(row).type,
    },
    {
      key: 'method',
      header: words.field('receipt', 'method'),
      width: 96,
      render: (row) => words.method(bodyOf(row).method),
      sortText: (row) => bodyOf(row).method,
    },
    {
      key: 'owner',
      header: t('cashier.receipt.receiver'),
      width: 92,
      render: (row) => nameOf(row.owner),
      sortText: (row) => nameOf(row.owner),
    },
    {
      key: 'amount',
      header: words.column('amount'),
      width: 104,
      align: 'right',
      render: (row) => <Money fen={row.amount} />,
      sortText: (row) => row.amount,
      total: (rows) => <Money fen={rows.reduce((sum, row) => sum + row.amount, 0)} strong />,
    },
    {
      key: 'status',
      header: words.column('status'),
      width: 128,
      render: (row) => <StatusBadge tone={receipt.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
      sortText: (row) => row.status,
    },
  ];
  const options = (values: readonly string[], label: (value: string) => string) => values.map((value) => ({ value, label: label(value) }));
  return (
    <Page
      title={t('cashier.nav.receipts')}
      layout="flush"
      actions={
        <ExportButton
          name={`${t('cashier.nav.receipts')} ${today}`}
          subject={extractSubject(query.kind)}
          collect={(onProgress) => collectRecords(book, query, condition, words, nameOf, onProgress)}
        />
      }
      toolbar={
        <FilterBar
          fields={[
            { kind: 'days', key: 'day', label: words.column('day'), today },
            {
              kind: 'choice',
              key: 'method',
              label: words.field('receipt', 'method'),
              options: options(methods, (value) => words.method(value)),
            },
            {
              kind: 'choice',
              key: 'type',
              label: words.field('receipt', 'type'),
              options: options(types, (value) => words.value('type', value)),
            },
            {
              kind: 'choice',
              key: 'status',
              label: words.column('status'),
              options: options(statuses, (value) => words.status({ kind: 'receipt', status: value })),
            },
            {
              kind: 'choice',
              key: 'owner',
              label: t('cashier.receipt.receiver'),
              options: working.map((person) => ({ value: person.id, label: person.body.name })),
            },
          ]}
          value={filters}
          onChange={(value) => change({ method: '', type: '', status: '', dayFrom: '', dayTo: '', owner: '', ...value })}
        />
      }
    >
      <DataTable
        {...list}
        {...view}
        label={t('cashier.nav.receipts')}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.no}
        onOpen={(row) => go(pathOf(row))}
        tone={(row) => (row.status === 'reversed' ? 'bad' : undefined)}
        empty={<Empty title={t('cashier.receipt.empty')} hint={t('cashier.receipt.emptyHint')} />}
      />
    </Page>
  );
}
