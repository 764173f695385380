import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { dueDay, hasEvent, order, type Order } from '#shared/modules/order/module.ts';

const MOST = 500;

/** Sales on account that are not closed: without the customer's signature finance gets no part of the slip (G-37, PAY-04). */
export function UnsignedSlips() {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const found = useLive(
    async (read) => {
      const { rows } = await read.all({ kind: order.kind, status: 'released' }, MOST);
      const records = rows.map(order.read).filter((record) => record.body.class === 'account');
      return records.toSorted((a, b) => Number(hasEvent(a, 'signed')) - Number(hasEvent(b, 'signed')) || (a.id < b.id ? -1 : 1));
    },
    ['account-slips'],
  );
  const columns: Column<DocumentRecord<Order>>[] = [
    { key: 'no', header: words.column('no'), width: 170, render: (record) => record.no },
    { key: 'customer', header: words.field('order', 'customerName'), width: 160, grow: 1, render: (record) => record.body.customerName },
    { key: 'day', header: words.column('day'), width: 84, render: (record) => <DayText day={record.day} today={today} /> },
    { key: 'due', header: t('cashier.finance.due'), width: 136, render: (record) => <DayText day={dueDay(record)} today={today} due /> },
    { key: 'owner', header: t('cashier.till.seller'), width: 90, render: (record) => nameOf(record.owner) },
    {
      key: 'amount',
      header: words.column('amount'),
      width: 120,
      align: 'right',
      render: (record) => <Money fen={record.amount} />,
      total: (rows) => <Money fen={rows.reduce((sum, row) => sum + row.amount, 0)} strong />,
    },
    {
      key: 'signed',
      header: t('cashier.finance.signature'),
      width: 130,
      render: (record) =>
        hasEvent(record, 'signed') ? (
          <StatusBadge tone="good" label={t('cashier.finance.isSigned')} />
        ) : (
          <StatusBadge tone="warn" label={t('cashier.finance.notSigned')} />
        ),
    },
  ];
  return (
    <DataTable
      label={t('cashier.finance.tabs.slips')}
      columns={columns}
      rows={found}
      rowKey={(record) => record.id}
      rowLabel={(record) => record.no}
      onOpen={(record) => go(`/orders/${record.id}`)}
      empty={<Empty title={t('cashier.finance.noSlips')} hint={t('cashier.finance.noSlipsHint')} />}
    />
  );
}
