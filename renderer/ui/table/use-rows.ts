import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { isVisible, type Column, type TableView } from './column.ts';

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature, sortedRowModel: createSortedRowModel() });
const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Columns and rows as the view wants them: hidden columns left out, rows sorted. */
export function useRows<Row extends object>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  view: TableView,
  sortable: boolean,
): { columns: Column<Row>[]; rows: Row[] } {
  const definitions = useMemo(() => columns.map(toDefinition), [columns]);
  const { visible, sort } = view;
  // The same objects as long as they say the same, or the table sorts ten thousand rows for every line scrolled.
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.key, isVisible(column, { visible: visible ?? {} })])),
    [columns, visible],
  );
  const sorting = useMemo(() => (sortable && sort !== undefined ? [{ id: sort.column, desc: sort.down }] : []), [sortable, sort]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    state: { columnVisibility, sorting },
  });
  const model = table.getRowModel().rows;
  const sorted = useMemo(() => model.map((row) => row.original), [model]);
  const shown = useMemo(() => columns.filter((column) => columnVisibility[column.key] === true), [columns, columnVisibility]);
  return { columns: shown, rows: sorted };
}

function toDefinition<Row extends object>(column: Column<Row>): ColumnDef<typeof features, Row> {
  const { sortText } = column;
  return {
    id: column.key,
    accessorFn: (row: Row) => sortText?.(row) ?? '',
    enableSorting: sortText !== undefined,
    sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
  };
}

function compare(a: unknown, b: unknown): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
