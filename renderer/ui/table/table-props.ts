import type { ReactNode } from 'react';
import type { Loadable } from '../loadable.ts';
import type { Tone } from '../tone.ts';
import type { Column, TableView } from './column.ts';

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
