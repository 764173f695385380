/**
 * A page as marks at fixed places, drawn in their order: what stands where is decided here and nowhere else.
 * Points, origin at the top left, text placed by its baseline.
 */
import type { PaperWords } from './words.ts';
import { widthOf, type Face, type Measure } from './measure.ts';

export type Mark =
  | { kind: 'text'; x: number; y: number; text: string; size: number; face: Face; bold: boolean; color: string; spacing: number }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; width: number; color: string; dash: number }
  | { kind: 'box'; x: number; y: number; w: number; h: number; fill: string; stroke: string; width: number; radius: number }
  | { kind: 'qr'; x: number; y: number; side: number; text: string }
  /** Marks around a point, turned clockwise by `angle` degrees. */
  | { kind: 'turned'; x: number; y: number; angle: number; opacity: number; marks: Mark[] };

export interface Sheet {
  width: number;
  height: number;
  marks: Mark[];
}

/** Colours and line widths. `mono` is black only with lines a 24-pin printer can draw. */
export interface Ink {
  text: string;
  label: string;
  red: string;
  rule: number;
  ruleColor: string;
  headFill: string;
  mono: boolean;
}

export function inkFor(mono: boolean): Ink {
  return mono
    ? { text: '#000000', label: '#000000', red: '#000000', rule: 0.75, ruleColor: '#000000', headFill: '', mono }
    : { text: '#111111', label: '#555555', red: '#c1121f', rule: 0.5, ruleColor: '#333333', headFill: '#f1f3f5', mono };
}

/** What every drawing function gets: the sheet it draws on and how text is measured and worded. */
export interface Desk {
  sheet: Sheet;
  ink: Ink;
  measure: Measure;
  words: PaperWords;
}

export interface TextOptions {
  size: number;
  bold?: boolean;
  face?: Face;
  color?: string;
  /** Where `x` is on the text. */
  align?: 'left' | 'center' | 'right';
  /** Points between letters. */
  spacing?: number;
}

/** Places `text` with its baseline at `y`; answers its width. */
export function text(desk: Desk, x: number, y: number, value: string, options: TextOptions): number {
  const { size, bold = false, face = 'sans', color = desk.ink.text, align = 'left', spacing = 0 } = options;
  const width = widthOf(desk.measure, value, { size, face, bold }) + spacing * Math.max(0, [...value].length - 1);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  if (value !== '') desk.sheet.marks.push({ kind: 'text', x: left, y, text: value, size, face, bold, color, spacing });
  return width;
}

export function line(
  desk: Desk,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  options: { width?: number; color?: string; dash?: number } = {},
): void {
  const { width = desk.ink.rule, color = desk.ink.ruleColor, dash = 0 } = options;
  desk.sheet.marks.push({ kind: 'line', x1, y1, x2, y2, width: desk.ink.mono ? Math.max(0.75, width) : width, color, dash });
}

export function box(
  desk: Desk,
  x: number,
  y: number,
  w: number,
  h: number,
  options: { fill?: string; stroke?: string; width?: number; radius?: number },
): void {
  const { fill = '', stroke = '', width = desk.ink.rule, radius = 0 } = options;
  desk.sheet.marks.push({ kind: 'box', x, y, w, h, fill, stroke, width, radius });
}

/** What `draw` puts around the point 0, 0, turned clockwise by `angle` degrees and moved to `x`, `y`. */
export function turned(
  desk: Desk,
  x: number,
  y: number,
  options: { angle: number; opacity?: number },
  draw: (desk: Desk) => void,
): Extract<Mark, { kind: 'turned' }> {
  const { angle, opacity = 1 } = options;
  const marks: Mark[] = [];
  draw({ ...desk, sheet: { ...desk.sheet, marks } });
  return { kind: 'turned', x, y, angle, opacity, marks };
}

/** Baseline that centres text of `size` in a band from `top` of `height`: hanzi stand 0.88 em above and 0.12 em below it. */
export function baseline(top: number, height: number, size: number): number {
  return top + height / 2 + size * 0.37;
}
