/** 购销合同: text in Serif, amounts in Sans (Serif digits are not of equal width), the signature block whole and never alone on a page. */
import type { ContractContent } from './content.ts';
import { cellText, drawHead, drawRow, drawRules, placeColumns, planRow } from './draw-table.ts';
import { drawQr } from './draw-codes.ts';
import { drawStamp } from './draw-edge.ts';
import type { FormGeometry } from './forms.ts';
import { widthOf, wrapText } from './measure.ts';
import { planFlow, type FlowItem } from './plan-flow.ts';
import type { PrintSet } from './plan-copies.ts';
import { line, text, type Desk, type Sheet } from './sheet.ts';

const SIZE = 10.5;
const PITCH = 18.5;
/** The right margin stays free for the seal across the page edges (骑缝章). */
const MARGIN = { left: 68, right: 68, top: 62, bottom: 58 };
/** A company seal is 38–42 mm; it is set over the first lines of its column. */
const SEAL = 130;
const QR = 46;

type Item = FlowItem<(desk: Desk, y: number) => void>;

export function drawContract(makeDesk: (sheet: Sheet) => Desk, content: ContractContent, form: FormGeometry, set: PrintSet): Sheet[] {
  if (form.height < 700) throw new RangeError('a contract needs A4');
  const blank = (): Sheet => ({ width: form.width, height: form.height, marks: [] });
  const x = MARGIN.left;
  const w = form.width - MARGIN.left - MARGIN.right;
  const items = contractItems(makeDesk(blank()), content, form, x, w);
  const pages = planFlow(items, form.height - MARGIN.top - MARGIN.bottom);
  return pages.map((page, index) => {
    const sheet = blank();
    const desk = makeDesk(sheet);
    let y = MARGIN.top;
    for (const item of page) {
      item.draw(desk, y);
      y += item.height;
    }
    drawMargins(desk, content, form, set, index + 1, pages.length);
    const middle = { x, y: MARGIN.top + 120, w, h: form.height - MARGIN.top - MARGIN.bottom - 240 };
    drawStamp(desk, content.stamp, middle, { x, y: 8, w: w * 0.4, h: 26 });
    return sheet;
  });
}

function drawMargins(desk: Desk, content: ContractContent, form: FormGeometry, set: PrintSet, page: number, pages: number): void {
  const { words, ink } = desk;
  const left = MARGIN.left;
  const right = form.width - MARGIN.right;
  const middle = (left + right) / 2;
  const small = { size: 8, color: ink.label };
  if (page > 1) text(desk, left, 40, content.title, small);
  else text(desk, left, 40, content.company, small);
  text(desk, right, 40, `${words.contractNo}${words.colon}${content.no}`, { ...small, align: 'right' });
  line(desk, left, 46, right, 46);
  const foot = form.height - 34;
  text(desk, middle, foot, words.page(page, pages), { ...small, align: 'center' });
  const copy = content.printing > 1 ? `${set.label}　${words.reprint(content.printing)}` : set.label;
  text(desk, left, foot, copy, small);
  text(desk, right, foot, `${words.printedAt}${words.colon}${content.printedAt}`, { ...small, align: 'right' });
}

function contractItems(desk: Desk, content: ContractContent, form: FormGeometry, x: number, w: number): Item[] {
  const chinese = content.language === 'zh-CN';
  const items: Item[] = [
    {
      height: 56,
      keep: true,
      draw: (on, y) => {
        text(on, x + w / 2, y + 34, content.title, { size: 21, bold: true, face: 'serif', align: 'center', spacing: chinese ? 10 : 0.5 });
        drawQr(on, x + w - QR, y - 4, QR, content.code);
      },
    },
  ];
  items.push(...openingItems(desk, content, x, w));
  items.push(gap(6), ...paragraph(desk, content.preamble, x, w, { indent: true }));
  for (const clause of content.clauses) {
    items.push(gap(3), ...paragraph(desk, clause.heading, x, w, { bold: true, keep: true }));
    if (clause.table) items.push(...tableItems(desk, clause.table, form, x, w));
    for (const value of clause.paragraphs) items.push(...paragraph(desk, value, x, w, { indent: true }));
  }
  items.push(gap(4), ...paragraph(desk, content.closing, x, w, { center: true, keep: true }));
  // The last lines of the last clause go with the signatures, so that these never stand alone on a page.
  for (const item of items.slice(-6)) item.keep = true;
  items.push(signatureBlock(desk, content, x, w));
  return items;
}

/** Parties at the left, number, place and date at the right, line by line. */
function openingItems(desk: Desk, content: ContractContent, x: number, w: number): Item[] {
  const { words } = desk;
  const style = { size: SIZE, face: 'serif' as const };
  const meta = [{ label: words.contractNo, value: content.no }, content.place, content.signed].map(
    (field) => `${field.label}${words.colon}${field.value}`,
  );
  const right = Math.min(w * 0.5, Math.max(...meta.map((value) => widthOf(desk.measure, value, { ...style, bold: false }))));
  const parties = content.parties.flatMap((party) =>
    wrapText(desk.measure, `${party.label}${words.colon}${party.value}`, w - right - 20, { ...style, bold: true }),
  );
  const facts = meta.flatMap((value) => wrapText(desk.measure, value, right + 1, { ...style, bold: false }));
  return Array.from({ length: Math.max(parties.length, facts.length) }, (_, index) => ({
    height: PITCH,
    keep: true,
    draw: (on, y) => {
      text(on, x, y + 13, parties[index] ?? '', { ...style, bold: true });
      text(on, x + w - right, y + 13, facts[index] ?? '', style);
    },
  }));
}

function gap(height: number): Item {
  return { height, keep: true, space: true, draw: () => undefined };
}

function paragraph(
  desk: Desk,
  value: string,
  x: number,
  w: number,
  options: { bold?: boolean; indent?: boolean; keep?: boolean; center?: boolean },
): Item[] {
  if (value === '') return [];
  const { bold = false, keep = false } = options;
  const indent = options.indent && desk.words.colon === '：' ? SIZE * 2 : 0;
  const lines = wrapText(desk.measure, value, w, { size: SIZE, face: 'serif', bold }, indent);
  return lines.map((part, index) => ({
    height: PITCH,
    // No first line at the foot of a page, no last line at the head of one.
    keep: keep || (lines.length > 1 && (index === 0 || index === lines.length - 2)),
    draw: (on, y) => {
      if (options.center) text(on, x + w / 2, y + 13, part, { size: SIZE, face: 'serif', bold, align: 'center' });
      else text(on, x + (index === 0 ? indent : 0), y + 13, part, { size: SIZE, face: 'serif', bold });
    },
  }));
}

type ClauseTable = NonNullable<ContractContent['clauses'][number]['table']>;

function tableItems(desk: Desk, table: ClauseTable, form: FormGeometry, x: number, w: number): Item[] {
  const columns = placeColumns(table.columns, x, w);
  const rows = table.rows.map((row, index) => planRow(desk, columns, row, index, form));
  const head: Item = {
    height: form.unit,
    keep: true,
    draw: (on, y) => {
      drawHead(on, columns, y, form);
      frame(on, columns, y, y + form.unit);
    },
  };
  const items: Item[] = [head];
  rows.forEach((row, index) => {
    items.push({
      height: row.units * form.unit,
      keep: index === 0 || index === rows.length - 1,
      repeat: head,
      draw: (on, y) => {
        drawRow(on, columns, row, y, form);
        frame(on, columns, y, y + row.units * form.unit);
      },
    });
  });
  const sums = table.columns.map((column) =>
    column.summed ? table.rows.reduce((sum, row) => sum + Number(row[column.key] ?? 0), 0) : undefined,
  );
  if (sums.some((sum) => sum !== undefined)) {
    const values = Object.fromEntries(
      table.columns.flatMap((column, index) => (sums[index] === undefined ? [] : [[column.key, sums[index]]])),
    );
    const cells = table.columns.map((column, index) => ({
      lines: [index === 0 ? desk.words.total : column.type === 'index' ? '' : cellText(column, values, 0)],
      size: form.size,
    }));
    items.push({
      height: form.unit,
      keep: true,
      repeat: head,
      draw: (on, y) => {
        drawRow(on, columns, { cells, units: 1 }, y, form, { bold: true });
        frame(on, columns, y, y + form.unit);
      },
    });
  }
  table.totals.forEach((total, index) => {
    const shown = `${total.label}${desk.words.colon}`;
    const labelWidth = widthOf(desk.measure, shown, { size: form.size, face: 'sans', bold: false });
    const lines = wrapText(desk.measure, total.value, w - labelWidth - 10, { size: form.size, face: 'sans', bold: true });
    items.push({
      height: lines.length * form.unit,
      keep: index < table.totals.length - 1,
      draw: (on, y) => {
        const base = y + form.unit * 0.7;
        text(on, x + 4, base, shown, { size: form.size });
        lines.forEach((part, number) => text(on, x + 4 + labelWidth, base + number * form.unit, part, { size: form.size, bold: true }));
        for (const edge of [x, x + w]) line(on, edge, y, edge, y + lines.length * form.unit);
        line(on, x, y + lines.length * form.unit, x + w, y + lines.length * form.unit);
      },
    });
  });
  items.push(gap(4));
  return items;
}

function frame(desk: Desk, columns: ReturnType<typeof placeColumns>, top: number, bottom: number): void {
  const last = columns.at(-1);
  drawRules(desk, columns, [top, bottom], bottom, bottom);
  for (const edge of [columns[0]?.x ?? 0, last ? last.x + last.w : 0]) line(desk, edge, top, edge, bottom);
}

function signatureBlock(desk: Desk, content: ContractContent, x: number, w: number): Item {
  const count = Math.max(1, content.signatories.length);
  const column = w / count;
  const pitch = 21;
  const columns = content.signatories.map((party) =>
    party.lines.map((field) => {
      const label = `${field.label}${desk.words.colon}`;
      const labelWidth = widthOf(desk.measure, label, { size: SIZE, face: 'serif', bold: false });
      const lines = wrapText(desk.measure, field.value, column - labelWidth - 14, { size: SIZE, face: 'serif', bold: false });
      return { label, labelWidth, lines };
    }),
  );
  // A row is as high as its longest field, so that both columns stay level.
  const rows = Array.from({ length: Math.max(0, ...columns.map((fields) => fields.length)) }, (_, row) =>
    Math.max(1, ...columns.map((fields) => fields[row]?.lines.length ?? 1)),
  );
  const whole = rows.reduce((sum, lines) => sum + lines * pitch, 0);
  return {
    height: 34 + Math.max(SEAL, whole),
    keep: false,
    draw: (on, y) => {
      content.signatories.forEach((party, index) => {
        const left = x + index * column;
        text(on, left, y + 26, party.title, { size: SIZE + 0.5, face: 'serif', bold: true });
        let at = y + 34;
        for (const [row, field] of (columns[index] ?? []).entries()) {
          text(on, left, at + 14, field.label, { size: SIZE, face: 'serif' });
          const filled = field.lines.some((part) => part !== '');
          field.lines.forEach((part, number) =>
            text(on, left + field.labelWidth, at + 14 + number * pitch, part, { size: SIZE, face: 'serif' }),
          );
          if (!filled) line(on, left + field.labelWidth, at + 17, left + column - 16, at + 17, { width: 0.5 });
          at += (rows[row] ?? 1) * pitch;
        }
      });
    },
  };
}
