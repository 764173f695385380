import type { ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Empty } from './Empty.tsx';
import type { Loadable } from './loadable.ts';
import { StateView } from './StateView.tsx';
import type { Column, TableView } from './table/column.ts';
import { LookFurther } from './table/LookFurther.tsx';
import { TableBody } from './table/TableBody.tsx';
import type { Tone } from './tone.ts';

export type { Column, TableView } from './table/column.ts';

export interface DataTableProps<Row extends object> {
  /** Read out by screen readers: what is listed. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | Loadable<readonly Row[]>;
  rowKey: (row: Row) => string;
  /** What a row is called where it is spoken of, e.g. its number: for the checkbox. */
  rowLabel?: (row: Row) => string;
  /** Click or Enter. */
  onOpen?: (row: Row) => void;
  tone?: (row: Row) => Tone | undefined;
  /** With `onSelect`: a column of checkboxes, Space, shift-click and Ctrl+A. */
  selected?: ReadonlySet<string>;
  onSelect?: (keys: ReadonlySet<string>) => void;
  /** With `onView`: column choice, widths and sorting are kept by the caller. */
  view?: TableView;
  onView?: (view: TableView) => void;
  /** More rows can be fetched; `onMore` is called when the user comes near the end. */
  hasMore?: boolean;
  loadingMore?: boolean;
  onMore?: () => void;
  /** The rows come from a search that stopped after so many documents; `onMore` looks further, when asked to. */
  lookedAt?: number;
  /** Stands in for the rows when there are none. */
  empty?: ReactNode;
}

/** Every list of the desk. Draws only what is in view, so ten thousand rows are as quick as ten. */
export function DataTable<Row extends object>({ rows, empty, ...rest }: DataTableProps<Row>) {
  const { t } = useTranslation();
  const of: Loadable<readonly Row[]> = isList(rows) ? { state: 'ready', value: rows } : rows;
  return (
    <StateView
      of={of}
      empty={
        <>
          {empty ?? <Empty title={t('common.nothingHere')} />}
          {rest.lookedAt !== undefined && <LookFurther after={rest.lookedAt} onMore={rest.onMore} />}
        </>
      }
    >
      {(value) => <TableBody {...rest} rows={value} />}
    </StateView>
  );
}

function isList<Row>(rows: readonly Row[] | Loadable<readonly Row[]>): rows is readonly Row[] {
  return Array.isArray(rows);
}
