/** The 80 mm slip: one column, as long as it needs to be. */
import type { ReceiptContent, SlipContent } from './content.ts';
import { drawQr } from './draw-codes.ts';
import { withoutPrices } from './draw-slip.ts';
import { cellText } from './draw-table.ts';
import type { FormGeometry } from './forms.ts';
import { formatFen, formatMilli } from '#shared/core/money.ts';
import { widthOf, wrapText } from './measure.ts';
import type { PrintSet } from './plan-copies.ts';
import { line, text, type Desk, type Sheet } from './sheet.ts';

const QR = 74;
/** Line pitch as a multiple of the type size. */
const PITCH = 1.45;

/** Where the next line goes; each step below moves it down. */
interface Roll {
  desk: Desk;
  left: number;
  right: number;
  y: number;
  size: number;
}

export function drawRoll(
  makeDesk: (sheet: Sheet) => Desk,
  content: SlipContent | ReceiptContent,
  form: FormGeometry,
  set: PrintSet,
): Sheet[] {
  const sheet: Sheet = { width: form.width, height: 0, marks: [] };
  const desk = makeDesk(sheet);
  const roll: Roll = { desk, left: form.margin.left, right: form.width - form.margin.right, y: form.margin.top, size: form.size };
  const { words } = desk;

  centred(roll, content.company, 10.5, true);
  centred(roll, content.branch, roll.size, false);
  roll.y += 3;
  centred(roll, content.title + (content.red ? words.red : ''), 13, true);
  if (content.copies.length > 1) centred(roll, set.label, 7.5, false);
  if (content.printing > 1) centred(roll, words.reprint(content.printing), 8, true);
  if (content.stamp !== '') centred(roll, `【${content.stamp}】`, 12, true);
  rule(roll);
  pair(roll, words.no, content.no);
  pair(roll, words.day, content.day);
  if (content.template === 'slip') drawSlipBody(roll, set.priced ? content : withoutPrices(content));
  else drawReceiptBody(roll, content);
  if (content.code !== '') {
    roll.y += 5;
    drawQr(desk, (roll.left + roll.right - QR) / 2, roll.y, QR, content.code);
    roll.y += QR + 4;
  }
  for (const note of content.notes) centred(roll, note, 7.5, false);
  for (const label of [...content.signatures, ...(content.seal === '' ? [] : [content.seal])]) signature(roll, label);
  rule(roll);
  pair(roll, words.maker, content.maker);
  pair(roll, words.printedAt, content.printedAt);
  sheet.height = roll.y + form.margin.bottom;
  return [sheet];
}

function drawSlipBody(roll: Roll, content: SlipContent): void {
  for (const field of content.head) pair(roll, field.label, field.value);
  rule(roll);
  const numbers = content.columns.filter((column) => column.type === 'fen' || column.type === 'milli');
  const texts = content.columns.filter((column) => column.type === 'text');
  const step = (roll.right - roll.left) / Math.max(1, numbers.length);
  const at = (index: number): number => roll.left + step * (index + 1);

  next(roll, 7.5);
  numbers.forEach((column, index) =>
    text(roll.desk, at(index), roll.y, column.label, { size: 7.5, align: 'right', color: roll.desk.ink.label }),
  );
  roll.y += 4;
  content.rows.forEach((row, index) => {
    const name = texts.map((column) => cellText(column, row, index)).filter((part) => part !== '');
    flow(roll, `${index + 1}. ${name.join(' ')}`, roll.size);
    next(roll, roll.size);
    numbers.forEach((column, place) => {
      const value = cellText(column, row, index);
      text(roll.desk, at(place), roll.y, value, {
        size: roll.size,
        align: 'right',
        color: value.startsWith('-') ? roll.desk.ink.red : roll.desk.ink.text,
      });
    });
    roll.y += 4.5;
  });
  rule(roll);
  const summed = numbers.filter((column) => column.summed);
  for (const column of summed) {
    const sum = content.rows.reduce((total, row) => total + Number(row[column.key] ?? 0), 0);
    pair(roll, `${roll.desk.words.total} ${column.label}`, column.type === 'fen' ? formatFen(sum) : formatMilli(sum), true);
  }
  for (const total of content.totals) pair(roll, total.label, total.value, total.strong);
}

function drawReceiptBody(roll: Roll, content: ReceiptContent): void {
  rule(roll);
  for (const field of [content.payer, content.reason]) pair(roll, field.label, field.value);
  pair(roll, content.words.label, content.words.value, true);
  pair(roll, content.amount.label, content.amount.value, true, 12);
  for (const field of [content.method, ...content.remarks]) pair(roll, field.label, field.value);
}

function next(roll: Roll, size: number): void {
  roll.y += size * PITCH;
}

function centred(roll: Roll, value: string, size: number, bold: boolean): void {
  if (value === '') return;
  for (const part of wrapText(roll.desk.measure, value, roll.right - roll.left, { size, face: 'sans', bold })) {
    next(roll, size);
    text(roll.desk, (roll.left + roll.right) / 2, roll.y, part, { size, bold, align: 'center' });
  }
}

function flow(roll: Roll, value: string, size: number): void {
  for (const part of wrapText(roll.desk.measure, value, roll.right - roll.left, { size, face: 'sans', bold: false })) {
    next(roll, size);
    text(roll.desk, roll.left, roll.y, part, { size });
  }
}

/** Label at the left, value at the right edge; a long value goes on below, still at the right. */
function pair(roll: Roll, label: string, value: string, bold = false, size = roll.size): void {
  const { desk } = roll;
  const shown = `${label}${desk.words.colon}`;
  const taken = widthOf(desk.measure, shown, { size: roll.size, face: 'sans', bold: false }) + 4;
  const width = roll.right - roll.left;
  const natural = widthOf(desk.measure, value, { size, face: 'sans', bold });
  next(roll, size);
  text(desk, roll.left, roll.y, shown, { size: roll.size, color: desk.ink.label });
  if (natural <= width - taken) {
    text(desk, roll.right, roll.y, value, { size, bold, align: 'right' });
    return;
  }
  const narrow = taken > width * 0.45;
  const lines = wrapText(desk.measure, value, narrow ? width : width - taken, { size, face: 'sans', bold });
  lines.forEach((part, index) => {
    if (narrow || index > 0) next(roll, size);
    text(desk, roll.right, roll.y, part, { size, bold, align: 'right' });
  });
}

function signature(roll: Roll, label: string): void {
  roll.y += 8;
  next(roll, roll.size);
  const width = text(roll.desk, roll.left, roll.y, `${label}${roll.desk.words.colon}`, { size: roll.size });
  line(roll.desk, roll.left + width + 2, roll.y + 2, roll.right, roll.y + 2);
}

function rule(roll: Roll): void {
  roll.y += 5;
  line(roll.desk, roll.left, roll.y, roll.right, roll.y, { dash: 2, width: 0.75 });
}
