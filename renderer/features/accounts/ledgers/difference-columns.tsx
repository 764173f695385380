import { useLive } from '#renderer/book/use-live.ts';
import { useWords } from '#renderer/desk/words.ts';
import type { Column } from '#renderer/ui/DataTable.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { contract } from '#shared/modules/contract/module.ts';
import type { LedgerDifference } from '#shared/modules/recovery/ledger-rows.ts';
import classes from '../accounts.module.css';

/** Contract with its customer, measure, what each book says, and by how much they differ. */
export function useDifferenceColumns(rows: readonly LedgerDifference[]): Column<LedgerDifference>[] {
  const { t } = useTranslation();
  const words = useWords();
  const ids = [...new Set(rows.map(({ contract: id }) => id))];
  const agreed = useLive(async (read) => (ids.length === 0 ? new Map() : read.getMany(ids)), ['contracts-of', ids.join(' ')]);
  const customerOf = ({ contract: id }: LedgerDifference): string => {
    const record = agreed.state === 'ready' ? agreed.value.get(id) : undefined;
    return record?.kind === contract.kind ? contract.read(record).body.customerName : '';
  };
  return [
    {
      key: 'contract',
      header: words.field('entry', 'contractNo'),
      width: 152,
      render: ({ contractNo }) => contractNo,
      sortText: ({ contractNo }) => contractNo,
    },
    { key: 'customer', header: words.field('contract', 'customerName'), width: 100, grow: 1, render: customerOf, sortText: customerOf },
    {
      key: 'measure',
      header: words.field('entry', 'measure'),
      width: 88,
      render: ({ measure }) => words.value('measure', measure),
      sortText: ({ measure }) => measure,
    },
    {
      key: 'sales',
      header: words.value('book', 'sales'),
      width: 102,
      align: 'right',
      render: ({ sales }) => <Money fen={sales} />,
      sortText: ({ sales }) => sales,
    },
    {
      key: 'finance',
      header: words.value('book', 'finance'),
      width: 102,
      align: 'right',
      render: ({ finance }) => <Money fen={finance} />,
      sortText: ({ finance }) => finance,
    },
    {
      key: 'difference',
      header: t('accounts.ledgers.difference'),
      width: 102,
      align: 'right',
      render: ({ difference }) => (difference === 0 ? <span className={classes.dim}>—</span> : <Money fen={difference} strong />),
      sortText: ({ difference }) => Math.abs(difference),
    },
  ];
}
