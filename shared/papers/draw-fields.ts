/** Labelled values in columns (head of a slip) and notes, measured before they are drawn. */
import type { FormGeometry } from './forms.ts';
import { fitText, widthOf, wrapText } from './measure.ts';
import { baseline, text, type Desk } from './sheet.ts';

export interface Labelled {
  label: string;
  value: string;
  wide?: boolean | undefined;
  strong?: boolean | undefined;
}

interface Placed {
  field: Labelled;
  column: number;
  span: number;
  lines: string[];
  size: number;
  labelWidth: number;
}

export interface FieldRow {
  height: number;
  cells: Placed[];
}

/** Lays fields into rows of `columns`; a wide one takes what is left of its row, at least two columns. */
export function planFields(
  desk: Desk,
  fields: readonly Labelled[],
  width: number,
  columns: number,
  form: FormGeometry,
  pad = 0,
): FieldRow[] {
  const rows: { field: Labelled; column: number; span: number }[][] = [];
  let used = columns;
  for (const field of fields) {
    const need = field.wide ? Math.min(2, columns) : 1;
    if (used + need > columns) {
      stretchLast(rows.at(-1), columns);
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ field, column: used, span: need });
    used += need;
  }
  stretchLast(rows.at(-1), columns);
  return rows.map((row) => {
    const cells = row.map((cell) => place(desk, cell, (width / columns) * cell.span - 6 - pad, form));
    const tallest = Math.max(...cells.map((cell) => cell.lines.length * cell.size * 1.3));
    return { cells, height: Math.max(form.unit - 0.5, tallest + 3) };
  });
}

/** A wide field at the end of its row has the whole rest of it. */
function stretchLast(row: { field: Labelled; column: number; span: number }[] | undefined, columns: number): void {
  const last = row?.at(-1);
  if (last?.field.wide) last.span = columns - last.column;
}

function place(desk: Desk, cell: { field: Labelled; column: number; span: number }, room: number, form: FormGeometry): Placed {
  const label = cell.field.label === '' ? '' : `${cell.field.label}${desk.words.colon}`;
  const labelWidth = widthOf(desk.measure, label, { size: form.size, face: 'sans', bold: false });
  const bold = cell.field.strong ?? false;
  const fitted = fitText(
    desk.measure,
    cell.field.value,
    Math.max(20, room - labelWidth),
    { size: form.size + (bold ? 0.5 : 0), face: 'sans', bold },
    form.smallest,
  );
  return { ...cell, ...fitted, labelWidth };
}

/** Draws one row of fields with its top at `y`. */
export function drawFieldRow(desk: Desk, row: FieldRow, x: number, y: number, columnWidth: number, form: FormGeometry): void {
  for (const cell of row.cells) {
    const left = x + cell.column * columnWidth;
    const pitch = cell.size * 1.3;
    const first = baseline(y + (row.height - pitch * cell.lines.length) / 2, pitch, cell.size);
    if (cell.field.label !== '')
      text(desk, left, first, `${cell.field.label}${desk.words.colon}`, { size: form.size, color: desk.ink.label });
    cell.lines.forEach((value, index) => {
      text(desk, left + cell.labelWidth, first + index * pitch, value, { size: cell.size, bold: cell.field.strong ?? false });
    });
  }
}

export function heightOf(rows: readonly FieldRow[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

const NOTE = 7.5;

export function planNotes(desk: Desk, notes: readonly string[], width: number): string[] {
  return notes.flatMap((note) => wrapText(desk.measure, note, width, { size: NOTE, face: 'sans', bold: false }));
}

export const NOTE_PITCH = 10;

export function drawNotes(desk: Desk, lines: readonly string[], x: number, y: number): void {
  lines.forEach((value, index) => text(desk, x, y + NOTE_PITCH * (index + 0.8), value, { size: NOTE, color: desk.ink.label }));
}

/** Signature labels with room to sign, and the seal's place at the right. */
export function drawSignatures(
  desk: Desk,
  labels: readonly string[],
  seal: string,
  area: { x: number; y: number; w: number; h: number },
  size: number,
): void {
  const cells = seal === '' ? labels : [...labels, seal];
  if (cells.length === 0) return;
  const natural = cells.map((label) => widthOf(desk.measure, label + desk.words.colon, { size, face: 'sans', bold: false }));
  const total = natural.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, (area.w - cells.length * 18) / total);
  const gap = (area.w - total * scale) / cells.length;
  let x = area.x;
  cells.forEach((label, index) => {
    const width = (natural[index] ?? 0) * scale;
    const y = area.y + area.h - 5;
    text(desk, x, y, label + (label === seal ? '' : desk.words.colon), { size: size * scale });
    if (label !== seal) {
      desk.sheet.marks.push({
        kind: 'line',
        x1: x + width,
        y1: y + 2,
        x2: x + width + gap - 8,
        y2: y + 2,
        width: desk.ink.mono ? 0.75 : 0.5,
        color: desk.ink.label,
        dash: 0,
      });
    }
    x += width + gap;
  });
}
