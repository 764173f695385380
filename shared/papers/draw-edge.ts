/** What runs along the right edge (the copy's label) and across the page (the state's stamp). */
import type { PaperContent } from './content.ts';
import { widthOf } from './measure.ts';
import type { PrintSet } from './plan-copies.ts';
import { text, type Desk } from './sheet.ts';

/** Width the label takes beside the content, points. */
export const EDGE = 15;

/** The label top to bottom, centred in the strip whose left edge is `x`: hanzi upright, other writing turned. */
export function drawEdgeLabel(desk: Desk, x: number, top: number, bottom: number, set: PrintSet, language: PaperContent['language']): void {
  const { label } = set;
  const room = bottom - top;
  const color = desk.ink.mono ? '#000000' : set.color;
  if (language === 'en') {
    const size = Math.min(7.5, (7.5 * room) / widthOf(desk.measure, label, { size: 7.5, face: 'sans', bold: true }));
    const svg = `<svg width="${EDGE}" height="${room}" viewBox="0 0 ${EDGE} ${room}"><text transform="translate(4 ${room / 2}) rotate(90)" text-anchor="middle" font-family="sans" font-weight="bold" font-size="${size}" fill="${color}">${escapeXml(label.replaceAll('　', '\u00a0\u00a0\u00a0'))}</text></svg>`;
    desk.sheet.marks.push({ kind: 'svg', x, y: top, w: EDGE, h: room, svg });
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
  const paint = mono ? 'fill="#000000"' : 'fill="#c1121f" fill-opacity="0.2"';
  const frame = mono ? 'stroke="#000000" stroke-width="1.5"' : 'stroke="#c1121f" stroke-opacity="0.25" stroke-width="2.5"';
  const x = mono ? w / 2 + 2 : area.w / 2;
  const svg =
    `<svg width="${area.w}" height="${area.h}" viewBox="0 0 ${area.w} ${area.h}"><g transform="translate(${x} ${area.h / 2}) rotate(${mono ? -3 : -14})">` +
    `<rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" rx="${size * 0.14}" fill="none" ${frame}/>` +
    `<text x="0" y="${size * 0.37}" text-anchor="middle" font-family="sans" font-weight="bold" font-size="${size}" letter-spacing="${size * 0.1}" ${paint}>${escapeXml(stamp)}</text></g></svg>`;
  desk.sheet.marks.unshift({ kind: 'svg', x: area.x, y: area.y, w: area.w, h: area.h, svg });
}

interface Area {
  x: number;
  y: number;
  w: number;
  h: number;
}

function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
