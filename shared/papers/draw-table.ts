/** The ruled table of a slip or contract. */
import type { PaperColumn } from './content.ts';
import type { FormGeometry } from './forms.ts';
import { fitText, type Style } from './measure.ts';
import { formatFen, formatMilli } from '#shared/core/money.ts';
import { baseline, box, line, text, type Desk } from './sheet.ts';

export type Row = Readonly<Record<string, string | number>>;

export interface TableColumn extends PaperColumn {
  x: number;
  w: number;
}

export interface PlannedRow {
  cells: { lines: string[]; size: number }[];
  /** Ruled lines. */
  units: number;
}

const PAD = 3;

export function placeColumns(columns: readonly PaperColumn[], x: number, width: number): TableColumn[] {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  let left = x;
  return columns.map((column) => {
    const placed = { ...column, x: left, w: (width * column.width) / shares };
    left += placed.w;
    return placed;
  });
}

export function cellText(column: PaperColumn, row: Row, index: number): string {
  const value = row[column.key];
  if (column.type === 'index') return value === undefined ? String(index + 1) : String(value);
  if (typeof value !== 'number') return value ?? '';
  if (column.type === 'fen') return formatFen(value);
  if (column.type === 'milli') return formatMilli(value);
  return String(value);
}

export function planRow(desk: Desk, columns: readonly TableColumn[], row: Row, index: number, form: FormGeometry): PlannedRow {
  const style: Style = { size: form.size, face: 'sans', bold: false };
  const cells = columns.map((column) => fitText(desk.measure, cellText(column, row, index), column.w - 2 * PAD, style, form.smallest));
  const tallest = Math.max(
    1,
    ...cells.map((cell) => (cell.lines.length === 1 ? 1 : (cell.lines.length * cell.size * 1.25 + 3) / form.unit)),
  );
  return { cells, units: Math.ceil(tallest) };
}

export function drawHead(desk: Desk, columns: readonly TableColumn[], y: number, form: FormGeometry): void {
  const first = columns[0];
  const last = columns.at(-1);
  if (first && last && desk.ink.headFill) box(desk, first.x, y, last.x + last.w - first.x, form.unit, { fill: desk.ink.headFill });
  for (const column of columns) {
    const { lines, size } = fitText(desk.measure, column.label, column.w - 2, { size: form.size, face: 'sans', bold: true }, 5.5);
    lines.forEach((label, index) => {
      const pitch = form.unit / lines.length;
      text(desk, column.x + column.w / 2, baseline(y + index * pitch, pitch, size), label, {
        size: Math.min(size, pitch * 0.9),
        bold: true,
        align: 'center',
      });
    });
  }
}

export function drawRow(
  desk: Desk,
  columns: readonly TableColumn[],
  row: PlannedRow,
  y: number,
  form: FormGeometry,
  options: { bold?: boolean; red?: boolean } = {},
): void {
  const height = row.units * form.unit;
  columns.forEach((column, index) => {
    const cell = row.cells[index];
    if (!cell) return;
    const pitch = cell.size * 1.25;
    const top = y + (height - pitch * cell.lines.length) / 2;
    const x = column.align === 'left' ? column.x + PAD : column.align === 'right' ? column.x + column.w - PAD : column.x + column.w / 2;
    cell.lines.forEach((value, number) => {
      const negative = options.red && value.startsWith('-');
      text(desk, x, baseline(top + number * pitch, pitch, cell.size), value, {
        size: cell.size,
        align: column.align,
        bold: options.bold ?? false,
        color: negative ? desk.ink.red : desk.ink.text,
      });
    });
  });
}

/** The line 本页小计 or 合计: its label takes the columns before the first sum. */
export function drawSumRow(
  desk: Desk,
  columns: readonly TableColumn[],
  label: string,
  rows: readonly Row[],
  y: number,
  form: FormGeometry,
  red: boolean,
): void {
  const style: Style = { size: form.size, face: 'sans', bold: true };
  const cells = columns.map((column) => {
    if (!column.summed) return { lines: [''], size: form.size };
    const sum = rows.reduce((total, row) => total + Number(row[column.key] ?? 0), 0);
    const value = column.type === 'fen' ? formatFen(sum) : formatMilli(sum);
    return fitText(desk.measure, value, column.w - 2 * PAD, style, 6);
  });
  drawRow(desk, columns, { cells, units: 1 }, y, form, { bold: true, red });
  const first = columns[0];
  if (!first) return;
  text(desk, first.x + sumLabelWidth(columns) / 2, baseline(y, form.unit, form.size), label, {
    size: form.size,
    bold: true,
    align: 'center',
  });
}

/** Width of the cell that holds the label of a sum row. */
function sumLabelWidth(columns: readonly TableColumn[]): number {
  const first = columns.findIndex((column) => column.summed);
  return columns.slice(0, Math.max(1, first)).reduce((sum, column) => sum + column.w, 0);
}

/** Rules: `ys` are the horizontal lines; verticals run from the first to `verticalTo`, and in sum rows from the first sum on to `sumTo`. */
export function drawRules(desk: Desk, columns: readonly TableColumn[], ys: readonly number[], verticalTo: number, sumTo: number): void {
  const first = columns[0];
  const last = columns.at(-1);
  const top = ys[0];
  if (!first || !last || top === undefined) return;
  const right = last.x + last.w;
  for (const y of ys) line(desk, first.x, y, right, y);
  const firstSum = columns.findIndex((column) => column.summed);
  columns.forEach((column, index) => {
    if (index === 0) return;
    line(desk, column.x, top, column.x, index >= Math.max(1, firstSum) ? sumTo : verticalTo);
  });
}
