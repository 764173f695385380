import { code128, MODULE } from './code-128.ts';
import { box, type Desk } from './sheet.ts';

/** Draws the number as Code 128 with its left edge at `x`; answers its width, 0 when it cannot be encoded or is wider than `room`. */
export function drawBarcode(desk: Desk, x: number, y: number, height: number, value: string, room: number): number {
  const modules = code128(value);
  const width = modules.length * MODULE;
  if (width > room) return 0;
  for (const bar of modules.matchAll(/1+/g)) box(desk, x + bar.index * MODULE, y, bar[0].length * MODULE, height, { fill: '#000000' });
  return width;
}

export function drawQr(desk: Desk, x: number, y: number, side: number, value: string): void {
  if (value !== '') desk.sheet.marks.push({ kind: 'qr', x, y, side, text: value });
}
