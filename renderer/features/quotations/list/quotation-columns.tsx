import { useTranslation } from '#renderer/ui/i18n.ts';
import { useChainWords } from '#renderer/desk/approvals/chain-words.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import type { Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { quotation } from '#shared/modules/quotation/module.ts';
import { approvalOf } from '#shared/policy/approvals.ts';

const living = new Set(['draft', 'returned', 'submitted', 'approved', 'sent']);

export function useQuotationColumns(): Column<AnyRecord>[] {
  const { t } = useTranslation();
  const words = useWords();
  const chainWords = useChainWords();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const bodyOf = (row: AnyRecord) => quotation.read(row).body;
  const statusOf = (row: AnyRecord) => {
    const waiting = approvalOf(row)?.waiting ?? [];
    return row.status === 'submitted' && waiting.length > 0 ? chainWords.stage(waiting) : '';
  };
  return [
    { key: 'no', header: words.column('no'), width: 160, render: (row) => row.no, sortText: (row) => row.no },
    {
      key: 'revision',
      header: t('quotations.list.revision'),
      width: 50,
      align: 'right',
      render: (row) => bodyOf(row).revision,
      sortText: (row) => bodyOf(row).revision,
    },
    {
      key: 'day',
      header: words.column('day'),
      width: 80,
      render: (row) => <DayText day={row.day} today={today} />,
      sortText: (row) => row.day,
    },
    {
      key: 'customer',
      header: t('quotations.list.customer'),
      width: 120,
      grow: 1,
      render: (row) => bodyOf(row).customerName,
      sortText: (row) => bodyOf(row).customerName,
    },
    {
      key: 'goods',
      header: t('quotations.list.goods'),
      width: 110,
      grow: 1,
      render: (row) => {
        const { lines } = bodyOf(row);
        return `${lines[0]?.name ?? ''}${lines.length > 1 ? ` +${lines.length - 1}` : ''}`;
      },
    },
    {
      key: 'validUntil',
      header: t('quotations.list.validUntil'),
      width: 84,
      render: (row) => <DayText day={bodyOf(row).validUntil} today={today} due={living.has(row.status)} />,
      sortText: (row) => bodyOf(row).validUntil,
    },
    {
      key: 'owner',
      header: t('quotations.list.seller'),
      width: 70,
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
    },
    {
      key: 'status',
      header: words.column('status'),
      width: 176,
      render: (row) => {
        const waiting = statusOf(row);
        const label = waiting === '' ? words.status(row) : `${words.status(row)} · ${waiting}`;
        return <StatusBadge tone={quotation.tones[row.status] ?? 'neutral'} label={label} />;
      },
      sortText: (row) => row.status,
    },
  ];
}
