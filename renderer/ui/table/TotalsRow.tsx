import { memo } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Column } from './column.ts';
import classes from './table.module.css';

export interface TotalsRowProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  checks: boolean;
}

/** Stays at the bottom. The first column says what the row is, unless it has a total of its own. */
function Totals<Row>({ columns, rows, checks }: TotalsRowProps<Row>) {
  const { t } = useTranslation();
  return (
    <div role="row" className={classes.footRow}>
      {checks && <div role="presentation" />}
      {columns.map((column, index) => (
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the grid has the focus
        <div key={column.key} role="gridcell" className={classes.cell} data-align={column.align}>
          {typeof column.total === 'function' ? column.total(rows) : (column.total ?? (index === 0 ? t('common.total') : null))}
        </div>
      ))}
    </div>
  );
}

/** Memoised: a total goes through all rows. */
export const TotalsRow = memo(Totals) as typeof Totals;
