import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Names the column in saved views; never shown. */
  key: string;
  header: string;
  /** Pixels, the least it takes. */
  width: number;
  /** Share of the room left over; 0 when left out. */
  grow?: number;
  /** Figures go right. */
  align?: 'left' | 'right' | 'center';
  render: (row: Row) => ReactNode;
  /** What the column sorts by; without it the column cannot be sorted. Sorting waits until all rows are loaded: half a list sorted is a lie. */
  sortText?: (row: Row) => string | number;
  /** In the totals row. */
  total?: ReactNode | ((rows: readonly Row[]) => ReactNode);
  /** Not shown until the user chooses it. */
  hidden?: boolean;
}

/** What a user made of a table. Plain data, kept with the screen's settings. */
export interface TableView {
  /** By column key; what is absent follows `hidden`. */
  visible?: Readonly<Record<string, boolean>>;
  /** Pixels, by column key. */
  widths?: Readonly<Record<string, number>>;
  sort?: { readonly column: string; readonly down: boolean };
}

export function isVisible<Row>(column: Column<Row>, view: TableView): boolean {
  return view.visible?.[column.key] ?? column.hidden !== true;
}
