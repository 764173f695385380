import { useWords } from '#renderer/desk/words.ts';
import type { Column } from '#renderer/ui/DataTable.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import type { LedgerDifference } from '#shared/modules/recovery/ledger-rows.ts';
import classes from '../accounts.module.css';

/** Contract, measure, what each book says, and by how much they differ. */
export function useDifferenceColumns(): Column<LedgerDifference>[] {
  const { t } = useTranslation();
  const words = useWords();
  return [
    {
      key: 'contract',
      header: words.field('entry', 'contractNo'),
      width: 164,
      grow: 1,
      render: ({ contractNo }) => contractNo,
      sortText: ({ contractNo }) => contractNo,
    },
    {
      key: 'measure',
      header: words.field('entry', 'measure'),
      width: 104,
      render: ({ measure }) => words.value('measure', measure),
      sortText: ({ measure }) => measure,
    },
    {
      key: 'sales',
      header: words.value('book', 'sales'),
      width: 124,
      align: 'right',
      render: ({ sales }) => <Money fen={sales} />,
      sortText: ({ sales }) => sales,
    },
    {
      key: 'finance',
      header: words.value('book', 'finance'),
      width: 124,
      align: 'right',
      render: ({ finance }) => <Money fen={finance} />,
      sortText: ({ finance }) => finance,
    },
    {
      key: 'difference',
      header: t('accounts.ledgers.difference'),
      width: 124,
      align: 'right',
      render: ({ difference }) => (difference === 0 ? <span className={classes.dim}>—</span> : <Money fen={difference} strong />),
      sortText: ({ difference }) => Math.abs(difference),
    },
  ];
}
