/** A page to measure: a cross 10 mm from both edges, a square of 100 mm (or what fits), rulers along two edges. */
import type { CalibrationContent } from './content.ts';
import { MM, type FormGeometry } from './forms.ts';
import { wrapText } from './measure.ts';
import { box, line, text, type Desk, type Sheet } from './sheet.ts';

export function drawCalibration(makeDesk: (sheet: Sheet) => Desk, content: CalibrationContent, form: FormGeometry): Sheet[] {
  const height = form.height === 0 ? 145 * MM : form.height;
  const sheet: Sheet = { width: form.width, height, marks: [] };
  const desk = makeDesk(sheet);
  const { words } = desk;
  const cross = 10 * MM;
  line(desk, cross - 12, cross, cross + 12, cross, { width: 0.75 });
  line(desk, cross, cross - 12, cross, cross + 12, { width: 0.75 });

  for (let mm = 10; mm * MM < form.width - 8 * MM; mm += 1) tick(desk, mm, true, cross);
  for (let mm = 10; mm * MM < height - 8 * MM; mm += 1) tick(desk, mm, false, cross);

  const largest = Math.min(form.width / MM - 30, height / MM - 30);
  const side = largest >= 100 ? 100 : Math.floor(largest / 10) * 10;
  const start = 20 * MM;
  box(desk, start, start, side * MM, side * MM, { stroke: desk.ink.ruleColor, width: 0.75 });
  for (let mm = 10; mm < side; mm += 10) {
    line(desk, start + mm * MM, start, start + mm * MM, start + side * MM, { dash: 1, width: 0.5 });
    line(desk, start, start + mm * MM, start + side * MM, start + mm * MM, { dash: 1, width: 0.5 });
  }
  text(desk, start + 3 * MM, start + 6.5 * MM, `${side} mm`, { size: 10, bold: true });

  const beside = form.width - (start + side * MM) > 60 * MM;
  const x = beside ? start + side * MM + 12 : start;
  let y = beside ? start + 14 : start + side * MM + 22;
  const room = form.width - x - 9 * MM;
  const say = (value: string, size: number, bold = false): void => {
    for (const part of wrapText(desk.measure, value, room, { size, face: 'sans', bold })) {
      text(desk, x, y, part, { size, bold });
      y += size * 1.5;
    }
  };
  say(content.title, 13, true);
  say(content.company, 9);
  say(words.firstLine, 9);
  say(words.ruler(side), 9);
  say(`${words.printedAt}${words.colon}${content.printedAt}`, 9);
  return [sheet];
}

/** A millimetre of the ruler that runs along the top (`along`) or the left edge. */
function tick(desk: Desk, mm: number, along: boolean, edge: number): void {
  const length = mm % 10 === 0 ? 10 : mm % 5 === 0 ? 7 : 4;
  const at = mm * MM;
  if (along) line(desk, at, edge, at, edge + length, { width: 0.5 });
  else line(desk, edge, at, edge + length, at, { width: 0.5 });
  if (mm % 10 !== 0 || mm === 10) return;
  if (along) text(desk, at, edge + 17, String(mm), { size: 6, align: 'center' });
  else text(desk, edge + 12, at + 2.2, String(mm), { size: 6 });
}
