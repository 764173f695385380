/** What is too long for its place on a small form: shortened there with …, and printed in full on pages of its own behind. */
import type { SlipContent } from './content.ts';
import type { FormGeometry } from './forms.ts';
import { bodyOf } from './draw-frame.ts';
import { wrapText, type Measure } from './measure.ts';
import { text, type Desk } from './sheet.ts';

export interface Annexed {
  label: string;
  value: string;
}

/** The slip with no text longer than `longest` em, and the texts that were. */
export function shortenSlip(content: SlipContent, longest: number, measure: Measure): { content: SlipContent; annex: Annexed[] } {
  const annex: Annexed[] = [];
  const short = (label: string, value: string, room: number): string => {
    const cut = shortened(value, room, measure);
    if (cut !== value) annex.push({ label, value });
    return cut;
  };
  const head = content.head.map((field) => ({ ...field, value: short(field.label, field.value, longest) }));
  const rows = content.rows.map((row, index) =>
    Object.fromEntries(
      content.columns
        .filter(({ key }) => key in row)
        .map(({ key, label }) => {
          const value = row[key] ?? '';
          return [key, typeof value === 'string' ? short(`${label} ${index + 1}`, value, longest) : value];
        }),
    ),
  );
  const notes = content.notes.map((note) => short('', note, longest * 3));
  return { content: { ...content, head, rows, notes }, annex };
}

function shortened(value: string, room: number, measure: Measure): string {
  if (measure(value, 'sans', false) <= room) return value;
  let cut = '';
  let used = 1;
  for (const character of value.replaceAll('\n', ' ')) {
    used += measure(character, 'sans', false);
    if (used > room) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}

/** Lines of each annex page. */
export function planAnnex(desk: Desk, annex: readonly Annexed[], form: FormGeometry): string[][] {
  if (annex.length === 0) return [];
  const body = bodyOf(form);
  const style = { size: form.size, face: 'sans' as const, bold: false };
  const lines = annex.flatMap(({ label, value }) =>
    wrapText(desk.measure, label === '' ? value : `${label}${desk.words.colon}${value}`, body.w, style),
  );
  const most = Math.max(1, Math.floor((body.bottom - body.top - form.unit) / (form.size * PITCH)));
  return Array.from({ length: Math.ceil(lines.length / most) }, (_, page) => lines.slice(page * most, (page + 1) * most));
}

const PITCH = 1.5;

export function drawAnnex(desk: Desk, lines: readonly string[], form: FormGeometry): void {
  const body = bodyOf(form);
  text(desk, body.x, body.top + form.size, desk.words.annex, { size: form.size, bold: true });
  lines.forEach((line, index) => text(desk, body.x, body.top + form.unit + form.size * (PITCH * index + 1), line, { size: form.size }));
}
