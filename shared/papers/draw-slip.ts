import { drawAnnex, planAnnex, shortenSlip } from './annex.ts';
import type { SlipContent } from './content.ts';
import { bodyOf, drawFrame, type Body } from './draw-frame.ts';
import { drawFieldRow, drawNotes, drawSignatures, heightOf, NOTE_PITCH, planFields, planNotes, type FieldRow } from './draw-fields.ts';
import { drawHead, drawRow, drawRules, drawSumRow, placeColumns, planRow, type PlannedRow, type TableColumn } from './draw-table.ts';
import type { FormGeometry } from './forms.ts';
import type { PrintSet } from './plan-copies.ts';
import { planRows } from './plan-rows.ts';
import { baseline, line, text, type Desk, type Sheet } from './sheet.ts';

interface SlipPlan {
  form: FormGeometry;
  body: Body;
  columns: TableColumn[];
  rows: PlannedRow[];
  head: FieldRow[];
  totals: FieldRow[];
  notes: string[];
  /** Row indexes per page. */
  pages: number[][];
  /** Ruled lines of the table on a page, blank ones included. */
  lines: (page: number) => number;
  subtotals: boolean;
  sums: boolean;
  signed: (page: number) => boolean;
}

const GAP = 3;
const SIGNATURES = 24;
/** Height of （接下页）. */
const CONTINUED = 14;
/** A short slip on A4 still looks like a form. */
const FEWEST_LINES = 8;

/** All pages of a slip for one set of parts. Pages are planned before anything is drawn, so page x of y and subtotals are exact. */
export function drawSlip(makeDesk: (sheet: Sheet) => Desk, content: SlipContent, form: FormGeometry, set: PrintSet): Sheet[] {
  const whole = set.priced ? content : withoutPrices(content);
  const blank = (): Sheet => ({ width: form.width, height: form.height, marks: [] });
  const { plan, shown, annex } = fitSlip(makeDesk(blank()), whole, form);
  const of = plan.pages.length + annex.length;
  const pages = plan.pages.map((rows, index) => {
    const sheet = blank();
    const desk = makeDesk(sheet);
    drawPage(desk, shown, plan, rows, index);
    drawFrame(desk, shown, plan.form, set, { number: index + 1, of });
    return sheet;
  });
  const behind = annex.map((lines, index) => {
    const sheet = blank();
    const desk = makeDesk(sheet);
    drawAnnex(desk, lines, form);
    drawFrame(desk, shown, form, set, { number: plan.pages.length + index + 1, of });
    return sheet;
  });
  return [...pages, ...behind];
}

/** Longest text a slip may hold before some goes to the annex, in em: shorter and shorter until the rest fits. */
const LONGEST = [40, 24, 14, 9];

function fitSlip(desk: Desk, content: SlipContent, form: FormGeometry): { plan: SlipPlan; shown: SlipContent; annex: string[][] } {
  const plan = planSlip(desk, content, form);
  if (plan) return { plan, shown: content, annex: [] };
  for (const longest of LONGEST) {
    const short = shortenSlip(content, longest, desk.measure);
    const fitted = planSlip(desk, short.content, form);
    if (fitted) return { plan: fitted, shown: short.content, annex: planAnnex(desk, short.annex, form) };
  }
  // A small form and many remarks: the last of them go behind, whole; the first, what the signature stands for, stay longest.
  for (let kept = content.notes.length - 1; kept >= 0; kept -= 1) {
    const short = shortenSlip({ ...content, notes: content.notes.slice(0, kept) }, LONGEST.at(-1) ?? 0, desk.measure);
    const fitted = planSlip(desk, short.content, form);
    const behind = content.notes.slice(kept).map((value) => ({ label: '', value }));
    if (fitted) return { plan: fitted, shown: short.content, annex: planAnnex(desk, [...short.annex, ...behind], form) };
  }
  throw new RangeError(`${content.title} ${content.no} has more than this paper holds`);
}

/** The slip as the warehouse, the driver and the gate may see it. */
export function withoutPrices(content: SlipContent): SlipContent {
  const hidden = new Set(content.priceColumns);
  return {
    ...content,
    columns: content.columns.filter((column) => !hidden.has(column.key)),
    totals: content.totals.filter((total) => !total.price),
  };
}

function planSlip(desk: Desk, content: SlipContent, form: FormGeometry): SlipPlan | null {
  const roomy = tryPlan(desk, content, form, 3);
  if (roomy) return roomy;
  // Many fields on a small form: the smallest type and as many columns of fields as save room, before giving up.
  const compact = { ...form, size: form.smallest, smallest: 6.5, unit: form.unit - 2 };
  const tight = [form.fields, form.fields + 1]
    .flatMap((fields) => tryPlan(desk, content, { ...compact, fields }, 0) ?? [])
    .toSorted((one, other) => one.pages.length - other.pages.length);
  return tight[0] ?? null;
}

/** `null` when fewer than `least` lines would stand beside the totals; with 0 the totals may have a page of their own. */
function tryPlan(desk: Desk, content: SlipContent, form: FormGeometry, least: number): SlipPlan | null {
  const body = bodyOf(form);
  const columns = placeColumns(content.columns, body.x, body.w);
  const rows = content.rows.map((row, index) => planRow(desk, columns, row, index, form));
  const units = rows.map((row) => row.units);
  const head = planFields(desk, content.head, body.w, form.fields, form);
  const totals = planFields(desk, content.totals, body.w, form.fields, form, 2);
  const notes = planNotes(desk, content.notes, body.w);
  const sums = columns.some((column) => column.summed);

  const above = heightOf(head) + GAP + form.unit;
  const below = heightOf(totals) + GAP + notes.length * NOTE_PITCH + SIGNATURES;
  const whole = body.bottom - body.top - above;
  const linesIn = (height: number): number => Math.floor((height + 0.01) / form.unit);
  const one = linesIn(whole - below - (sums ? form.unit : 0));
  const total = units.reduce((sum, unit) => sum + unit, 0);
  const wanted = least === 0 ? 0 : Math.max(Math.min(least, content.rows.length), ...units);
  const shared = { form, body, columns, rows, head, totals, notes, sums };
  if (total <= one && one >= 1) {
    return {
      ...shared,
      pages: [rows.map((_, index) => index)],
      subtotals: false,
      lines: () => (form.ruled ? one : Math.min(one, Math.max(FEWEST_LINES, total))),
      signed: () => true,
    };
  }
  const last = linesIn(whole - below - (sums ? 2 : 0) * form.unit);
  if (last < wanted) return null;
  // The smallest forms are signed on their last page only.
  const everySigned = form.ruled && least > 0;
  // A page that goes on has no totals and notes: their room is ruled too.
  const full = linesIn(whole - (sums ? form.unit : 0) - CONTINUED - (everySigned ? SIGNATURES : 0));
  if (full < Math.max(1, ...units)) return null;
  const pages = planRows(units, { full, last });
  const used = pages.map((page) => page.reduce((sum, index) => sum + (units[index] ?? 0), 0));
  return {
    ...shared,
    pages,
    subtotals: sums,
    lines: (page) => (form.ruled ? (page === pages.length - 1 ? last : full) : (used[page] ?? 0)),
    signed: (page) => everySigned || page === pages.length - 1,
  };
}

function drawPage(desk: Desk, content: SlipContent, plan: SlipPlan, rows: readonly number[], page: number): void {
  const { form, body, columns } = plan;
  const last = page === plan.pages.length - 1;
  let y = body.top;
  for (const row of plan.head) {
    drawFieldRow(desk, row, body.x, y, body.w / form.fields, form);
    y += row.height;
  }
  y += GAP;

  const tableTop = y;
  const ys = [tableTop, tableTop + form.unit];
  drawHead(desk, columns, y, form);
  y += form.unit;
  for (const index of rows) {
    const row = plan.rows[index];
    if (!row) continue;
    drawRow(desk, columns, row, y, form, { red: content.red });
    y += row.units * form.unit;
    ys.push(y);
  }
  const end = tableTop + form.unit * (1 + plan.lines(page));
  const widest = columns.toSorted((one, other) => other.w - one.w)[0];
  if (last && end - y >= form.unit - 0.01 && widest) {
    const middle = widest.x + widest.w / 2;
    text(desk, middle, baseline(y, form.unit, form.smallest), desk.words.blankBelow, {
      size: form.smallest,
      align: 'center',
      color: desk.ink.label,
    });
  }
  while (y < end - 0.01) {
    y += form.unit;
    ys.push(y);
  }
  const rowsEnd = y;
  if (plan.subtotals && rows.length > 0) {
    drawSumRow(
      desk,
      columns,
      desk.words.subtotal,
      rows.map((index) => content.rows[index] ?? {}),
      y,
      form,
      content.red,
    );
    y += form.unit;
    ys.push(y);
  }
  if (last && plan.sums) {
    drawSumRow(desk, columns, desk.words.total, content.rows, y, form, content.red);
    y += form.unit;
    ys.push(y);
  }
  drawRules(desk, columns, ys, rowsEnd, y);

  if (last) {
    for (const row of plan.totals) {
      drawFieldRow(desk, row, body.x + 4, y, (body.w - 4) / form.fields, form);
      y += row.height;
      line(desk, body.x, y, body.x + body.w, y);
    }
  } else {
    text(desk, body.x + body.w, y + 11, desk.words.continued, { size: form.size, align: 'right' });
  }
  line(desk, body.x, tableTop, body.x, y);
  line(desk, body.x + body.w, tableTop, body.x + body.w, y);

  if (!plan.signed(page)) return;
  const notes = last ? plan.notes : [];
  const under = y + GAP + (last ? notes.length * NOTE_PITCH : CONTINUED - GAP);
  drawNotes(desk, notes, body.x, y + GAP);
  const room = form.ruled ? body.bottom - under : SIGNATURES;
  drawSignatures(desk, content.signatures, content.seal, { x: body.x, y: under, w: body.w, h: Math.min(room, SIGNATURES) }, form.size);
}
