import { useTranslation } from '#renderer/ui/i18n.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import type { LiveList } from '#renderer/desk/use-list.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { handover } from '#shared/modules/handover/module.ts';

/** Handover slips, newest first. */
export function HandoverList({ list }: { list: LiveList }) {
  const { t } = useTranslation();
  const words = useWords();
  const { nameOf } = useStaff();
  const go = useGo();
  const difference = (row: AnyRecord) => handover.read(row).body.parts.reduce((sum, part) => sum + part.counted - part.booked, 0);
  return (
    <DataTable
      {...list}
      label={t('cashier.finance.tabs.handovers')}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.no}
      onOpen={(row) => go(pathOf(row))}
      columns={[
        { key: 'no', header: words.column('no'), width: 170, render: (row) => row.no },
        { key: 'day', header: words.column('day'), width: 100, render: (row) => <DayText day={row.day} /> },
        { key: 'owner', header: t('cashier.finance.cashier'), width: 120, grow: 1, render: (row) => nameOf(row.owner) },
        {
          key: 'receipts',
          header: t('cashier.handover.receipts'),
          width: 90,
          align: 'right',
          render: (row) => handover.read(row).body.receipts.length,
        },
        {
          key: 'counted',
          header: t('documents.lines.handover.counted'),
          width: 120,
          align: 'right',
          render: (row) => <Money fen={row.amount} />,
        },
        {
          key: 'difference',
          header: t('cashier.handover.difference'),
          width: 110,
          align: 'right',
          render: (row) => <Money fen={difference(row)} />,
        },
        {
          key: 'status',
          header: words.column('status'),
          width: 120,
          render: (row) => <StatusBadge tone={handover.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
        },
      ]}
      empty={<Empty title={t('cashier.finance.noHandovers')} hint={t('cashier.finance.noHandoversHint')} />}
    />
  );
}
