import { useDesk } from '#renderer/desk/desk.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import type { Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyModule } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';

/** Papers that bind nobody: left out of the total below the list. */
const GIVEN_UP: ReadonlySet<string> = new Set(['returned', 'cancelled', 'refused', 'withdrawn']);

/** The columns of contracts and of applications: both say the same. */
export function useTermsColumns(module: Pick<AnyModule, 'tones'>): Column<AnyRecord>[] {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const text = (row: AnyRecord, field: string): string => {
    const value = row.body[field];
    return typeof value === 'string' ? value : '';
  };
  return [
    { key: 'no', header: words.column('no'), width: 166, render: (row) => row.no, sortText: (row) => row.no },
    {
      key: 'day',
      header: words.column('day'),
      width: 80,
      render: (row) => <DayText day={row.day} today={today} />,
      sortText: (row) => row.day,
    },
    {
      key: 'customer',
      header: words.field('contract', 'customerName'),
      width: 150,
      grow: 1,
      render: (row) => text(row, 'customerName'),
      sortText: (row) => text(row, 'customerName'),
    },
    { key: 'goods', header: t('contracts.list.goods'), width: 150, grow: 1, render: (row) => row.title.split(' · ').slice(1).join(' · ') },
    {
      key: 'deliverOn',
      header: words.field('contract', 'deliverOn'),
      width: 92,
      render: (row) => (text(row, 'deliverOn') === '' ? '' : <DayText day={text(row, 'deliverOn')} />),
      sortText: (row) => text(row, 'deliverOn'),
    },
    { key: 'owner', header: words.column('owner'), width: 72, render: (row) => nameOf(row.owner), sortText: (row) => nameOf(row.owner) },
    {
      key: 'amount',
      header: words.column('amount'),
      width: 112,
      align: 'right',
      render: (row) => <Money fen={row.amount} />,
      sortText: (row) => row.amount,
      total: (rows) => <Money fen={rows.reduce((sum, row) => (GIVEN_UP.has(row.status) ? sum : sum + row.amount), 0)} strong />,
    },
    {
      key: 'status',
      header: words.column('status'),
      width: 186,
      render: (row) => <StatusBadge tone={module.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
      sortText: (row) => words.status(row),
    },
  ];
}
