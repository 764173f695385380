import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import type { Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { order } from '#shared/modules/order/module.ts';

/** The columns of every list of orders. */
export function useOrderColumns(): Column<AnyRecord>[] {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const bodyOf = (row: AnyRecord) => order.read(row).body;
  return [
    { key: 'no', header: words.column('no'), width: 170, render: (row) => row.no, sortText: (row) => row.no },
    {
      key: 'day',
      header: words.column('day'),
      width: 100,
      render: (row) => <DayText day={row.day} today={today} />,
      sortText: (row) => row.day,
    },
    {
      key: 'customer',
      header: words.field('order', 'customerName'),
      width: 150,
      grow: 1,
      render: (row) => bodyOf(row).customerName,
      sortText: (row) => bodyOf(row).customerName,
    },
    {
      key: 'goods',
      header: t('counter.orders.goods'),
      width: 160,
      grow: 1,
      render: (row) => {
        const { lines } = bodyOf(row);
        return `${lines[0]?.name ?? ''}${lines.length > 1 ? ` +${lines.length - 1}` : ''}`;
      },
    },
    {
      key: 'class',
      header: words.field('order', 'class'),
      width: 100,
      render: (row) => words.value('class', bodyOf(row).class),
      sortText: (row) => bodyOf(row).class,
    },
    { key: 'phone', header: words.field('order', 'phone'), width: 120, hidden: true, render: (row) => bodyOf(row).phone },
    {
      key: 'channel',
      header: words.field('order', 'channel'),
      width: 90,
      hidden: true,
      render: (row) => words.value('channel', bodyOf(row).channel),
    },
    {
      key: 'owner',
      header: t('counter.order.seller'),
      width: 90,
      render: (row) => nameOf(row.owner),
      sortText: (row) => nameOf(row.owner),
    },
    {
      key: 'amount',
      header: words.column('amount'),
      width: 110,
      align: 'right',
      render: (row) => <Money fen={row.amount} />,
      sortText: (row) => row.amount,
      total: (rows) => (
        <Money fen={rows.reduce((sum, row) => (row.status === 'voided' || row.status === 'returned' ? sum : sum + row.amount), 0)} strong />
      ),
    },
    {
      key: 'status',
      header: words.column('status'),
      width: 96,
      render: (row) => <StatusBadge tone={order.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
      sortText: (row) => row.status,
    },
  ];
}
