/** What runs along the right edge (the copy's label) and across the page (the state's stamp). */
import type { PaperContent } from './content.ts';
import { widthOf } from './measure.ts';
import type { PrintSet } from './plan-copies.ts';
import { box, text, turned, type Desk } from './sheet.ts';

/** Width the label takes beside the content, points. */
export const EDGE = 15;

/** The label top to bottom, centred in the strip whose left edge is `x`: hanzi upright, other writing turned. */
export function drawEdgeLabel(desk: Desk, x: number, top: number, bottom: number, set: PrintSet, language: PaperContent['language']): void {
  const { label } = set;
  const room = bottom - top;
  const color = desk.ink.mono ? '#000000' : set.color;
  if (language === 'en') {
    const size = Math.min(7.5, (7.5 * room) / widthOf(desk.measure, label, { size: 7.5, face: 'sans', bold: true }));
    const spaced = label.replaceAll('　', '\u00a0\u00a0\u00a0');
    desk.sheet.marks.push(
      turned(desk, x + 4, top + room / 2, { angle: 90 }, (aside) =>
        text(aside, 0, 0, spaced, { size, bold: true, align: 'center', color }),
      ),
    );
    return;
  }
  const characters = [...label.replaceAll('（', '︵').replaceAll('）', '︶')];
  const pitch = Math.min(9.2, room / characters.length);
  const size = Math.min(8, pitch * 0.9);
  const start = top + (room - pitch * characters.length) / 2;
  characters.forEach((character, index) => {
    if (character !== ' ')
      text(desk, x + EDGE / 2 + 1, start + pitch * index + size * 0.9, character, { size, bold: true, align: 'center', color });
  });
}

/**
 * 草稿, 作废…: a slanted frame. In colour it lies pale across the middle, under the text. A 24-pin printer has no pale:
 * there it stands solid in `corner`, where nothing else is printed.
 */
export function drawStamp(desk: Desk, stamp: string, middle: Area, corner: Area): void {
  if (stamp === '') return;
  const { mono } = desk.ink;
  const area = mono ? corner : middle;
  const natural = widthOf(desk.measure, stamp, { size: 1, face: 'sans', bold: true }) * 1.12;
  const size = mono
    ? Math.min(17, area.w / (natural + 1), (area.h - 3) / (1.6 + natural * 0.06))
    : Math.min(46, (area.w * 0.55) / natural, area.h * 0.3);
  const w = natural * size + size * 0.7;
  const h = size * 1.5;
  const color = mono ? '#000000' : '#c1121f';
  const x = area.x + (mono ? w / 2 + 2 : area.w / 2);
  const y = area.y + area.h / 2;
  const angle = mono ? -3 : -14;
  desk.sheet.marks.unshift(
    turned(desk, x, y, { angle, opacity: mono ? 1 : 0.25 }, (slanted) =>
      box(slanted, -w / 2, -h / 2, w, h, { stroke: color, width: mono ? 1.5 : 2.5, radius: size * 0.14 }),
    ),
    turned(desk, x, y, { angle, opacity: mono ? 1 : 0.2 }, (slanted) =>
      text(slanted, 0, size * 0.37, stamp, { size, bold: true, align: 'center', spacing: size * 0.1, color }),
    ),
  );
}

interface Area {
  x: number;
  y: number;
  w: number;
  h: number;
}
