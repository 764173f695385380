/** 收款收据: who paid, for what, the amount in words and figures, the seal. */
import type { ReceiptContent } from './content.ts';
import { bodyOf, drawFrame } from './draw-frame.ts';
import { drawNotes, drawSignatures, NOTE_PITCH, planNotes, type Labelled } from './draw-fields.ts';
import type { FormGeometry } from './forms.ts';
import { fitText, widthOf, wrapText } from './measure.ts';
import type { PrintSet } from './plan-copies.ts';
import { baseline, box, line, text, type Desk, type Sheet } from './sheet.ts';

const SIGNATURES = 26;
/** Rows of a receipt are as high as the form allows, within reason. */
const ROW = { least: 15, most: 46 };

export function drawReceipt(makeDesk: (sheet: Sheet) => Desk, content: ReceiptContent, form: FormGeometry, set: PrintSet): Sheet[] {
  const sheet: Sheet = { width: form.width, height: form.height, marks: [] };
  const desk = makeDesk(sheet);
  const body = bodyOf(form);
  const notes = planNotes(desk, content.notes, body.w);
  const left = [[content.payer], [content.reason], [content.words, content.amount], ...pairsOf(desk, [content.method, ...content.remarks])];

  const room = body.bottom - body.top - notes.length * NOTE_PITCH - SIGNATURES - 4;
  const height = Math.min(ROW.most, room / left.length);
  if (height < ROW.least) throw new RangeError(`${content.title} ${content.no} has more than this paper holds`);

  let y = body.top;
  const x = body.x;
  const labelWidth = labelRoom(desk, left, form.size + 1, body.w);
  left.forEach((cells, index) => {
    const split = cells.length > 1 ? body.w * (index === 2 ? 0.66 : 0.5) : body.w;
    cells.forEach((cell, place) => {
      const start = place === 0 ? x : x + split;
      const width = place === 0 ? split : body.w - split;
      const large = cell === content.amount ? 6 : cell === content.words ? 3 : 1.5;
      drawCell(desk, cell, { x: start, y, w: width, h: height }, place === 0 ? labelWidth : 0, form.size, large, content.red);
      if (place > 0) line(desk, start, y, start, y + height);
    });
    y += height;
    if (index < left.length - 1) line(desk, x, y, x + body.w, y);
  });
  box(desk, x, body.top, body.w, y - body.top, { stroke: desk.ink.ruleColor, width: desk.ink.mono ? 1 : 0.9 });
  line(desk, x + labelWidth, body.top, x + labelWidth, y);

  drawNotes(desk, notes, x, y + 4);
  const under = y + 4 + notes.length * NOTE_PITCH;
  drawSignatures(
    desk,
    content.signatures,
    content.seal,
    { x, y: under, w: body.w, h: Math.min(SIGNATURES + 6, body.bottom - under) },
    form.size,
  );
  drawFrame(desk, content, form, set, { number: 1, of: 1 });
  return [sheet];
}

/** Two short fields beside each other, a long one alone. */
function pairsOf(desk: Desk, fields: readonly Labelled[]): Labelled[][] {
  const rows: Labelled[][] = [];
  const isLong = (field: Labelled) => desk.measure(field.value, 'sans', false) > 26;
  for (const field of fields) {
    const row = rows.at(-1);
    if (row?.length === 1 && !isLong(field) && !row.some(isLong)) row.push(field);
    else rows.push([field]);
  }
  return rows;
}

function labelRoom(desk: Desk, rows: readonly (readonly Labelled[])[], size: number, width: number): number {
  const widest = Math.max(...rows.map((row) => widthOf(desk.measure, row[0]?.label ?? '', { size, face: 'sans', bold: false })));
  return Math.min(widest + 12, width * 0.3);
}

function drawCell(
  desk: Desk,
  field: Labelled,
  area: { x: number; y: number; w: number; h: number },
  labelWidth: number,
  size: number,
  large: number,
  red: boolean,
): void {
  const style = { size: size + 1, face: 'sans' as const, bold: false };
  const own = labelWidth > 0 ? labelWidth : widthOf(desk.measure, `${field.label}${desk.words.colon}`, style) + 10;
  const shown = labelWidth > 0 ? field.label : `${field.label}${desk.words.colon}`;
  const label = fitText(desk.measure, shown, own - 6, style, 6.5);
  label.lines.forEach((part, index) => {
    const pitch = label.size * 1.2;
    const top = area.y + (area.h - pitch * label.lines.length) / 2 + index * pitch;
    text(desk, area.x + own / 2, baseline(top, pitch, label.size), part, { size: label.size, align: 'center', color: desk.ink.label });
  });
  const bold = large > 2;
  const room = area.w - own - 12;
  const fit = fitText(desk.measure, field.value, room, { size: Math.min(size + large, area.h * 0.62), face: 'sans', bold }, size - 1);
  const value = legible(desk, field.value, fit, room, area.h, bold);
  const pitch = Math.min(value.size * 1.25, (area.h - 2) / value.lines.length);
  const fitted = Math.min(value.size, pitch / 1.05);
  value.lines.forEach((part, index) => {
    const top = area.y + (area.h - pitch * value.lines.length) / 2 + index * pitch;
    text(desk, area.x + own + 6, baseline(top, pitch, fitted), part, {
      size: fitted,
      bold,
      color: bold && red ? desk.ink.red : desk.ink.text,
    });
  });
}

/** Smallest type of a receipt, points. */
const LEAST = 6;

/** A text that would have to be smaller than can be read ends in …; the document keeps it whole. */
function legible(
  desk: Desk,
  value: string,
  fit: { lines: string[]; size: number },
  room: number,
  height: number,
  bold: boolean,
): typeof fit {
  const most = Math.max(1, Math.floor((height - 2) / (LEAST * 1.05)));
  if (fit.lines.length <= most) return fit;
  const lines = wrapText(desk.measure, value, room - LEAST, { size: LEAST, face: 'sans', bold });
  return lines.length <= most ? { lines, size: LEAST } : { lines: [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`], size: LEAST };
}
