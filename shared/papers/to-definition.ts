/** Sheets to a definition for pdfmake: every mark an absolutely placed node on a page without margins. */
import { MM } from './forms.ts';
import type { PaperJob } from './content.ts';
import type { Mark, Sheet } from './sheet.ts';

export interface PdfNode {
  [key: string]: unknown;
}

export interface PdfDefinition {
  pageSize: { width: number; height: number };
  pageMargins: [number, number, number, number];
  info: Record<string, string>;
  defaultStyle: { font: string; fontSize: number };
  content: PdfNode[];
  footer: (page: number, pages: number) => null;
}

/** Ascent of Noto Sans and Serif SC in em: the library places text by the top of its line. */
const ASCENT = { sans: 1.16, serif: 1.151 };

/** Black squares side by side in one row of a QR code, counted in squares. */
export interface QrRun {
  x: number;
  y: number;
  length: number;
}

export interface Engine {
  encodeQr(text: string): { side: number; runs: QrRun[] };
  /** Hears the number of pages the library really made. */
  onPages(pages: number): void;
}

/** A dot of a 24-pin printer, points. Squares of whole dots stay sharp. */
const DOT = 72 / 180;

/**
 * Every call builds new nodes: the library mutates what it is given.
 * Offset (mm) and scale (per mille) of the printer's calibration are applied to every mark, from the top left corner.
 */
export function toDefinition(sheets: readonly Sheet[], job: PaperJob, engine: Engine): PdfDefinition {
  const height = Math.max(...sheets.map((sheet) => sheet.height));
  const width = Math.max(...sheets.map((sheet) => sheet.width));
  const place = { k: job.scale / 1000, dx: job.offset.x * MM, dy: job.offset.y * MM };
  return {
    pageSize: { width, height },
    pageMargins: [0, 0, 0, 0],
    info: { title: `${job.content.title} ${job.content.no}`.trim(), author: job.content.company, creator: 'Branch Desk' },
    defaultStyle: { font: 'sans', fontSize: 8 },
    content: sheets.flatMap((sheet, index) => pageNodes(sheet, index > 0, { place, engine, pageHeight: height })),
    footer: (_page, pages) => {
      engine.onPages(pages);
      return null;
    },
  };
}

interface Placement {
  k: number;
  dx: number;
  dy: number;
}

interface Page {
  place: Placement;
  engine: Engine;
  pageHeight: number;
}

function pageNodes(sheet: Sheet, breakBefore: boolean, page: Page): PdfNode[] {
  const behind = sheet.marks.filter((mark) => mark.kind === 'svg');
  const front = sheet.marks.filter((mark) => mark.kind === 'text');
  const vectors = sheet.marks.flatMap((mark) => toVectors(mark, page));
  const start: PdfNode = { text: ' ', fontSize: 1, ...(breakBefore ? { pageBreak: 'before' } : {}) };
  const canvas: PdfNode[] = vectors.length > 0 ? [{ canvas: vectors, absolutePosition: { x: 0, y: 0 } }] : [];
  return [start, ...behind.map((mark) => toNode(mark, page)), ...canvas, ...front.map((mark) => toNode(mark, page))];
}

function toVectors(mark: Mark, { place: { k, dx, dy }, engine }: Page): PdfNode[] {
  if (mark.kind === 'line') {
    const dash = mark.dash > 0 ? { dash: { length: mark.dash * k, space: mark.dash * k } } : {};
    return [
      {
        type: 'line',
        x1: mark.x1 * k + dx,
        y1: mark.y1 * k + dy,
        x2: mark.x2 * k + dx,
        y2: mark.y2 * k + dy,
        lineWidth: mark.width,
        lineColor: mark.color,
        lineCap: 'square',
        ...dash,
      },
    ];
  }
  if (mark.kind === 'box') {
    const fill = mark.fill === '' ? {} : { color: mark.fill };
    const stroke = mark.stroke === '' ? { lineWidth: 0 } : { lineWidth: mark.width, lineColor: mark.stroke };
    return [{ type: 'rect', x: mark.x * k + dx, y: mark.y * k + dy, w: mark.w * k, h: mark.h * k, ...fill, ...stroke }];
  }
  if (mark.kind === 'qr') {
    const { side, runs } = engine.encodeQr(mark.text);
    const exact = mark.side / side;
    const square = Math.max(Math.floor(exact / DOT) * DOT, Math.min(exact, 2 * DOT));
    const inset = (mark.side - square * side) / 2;
    return runs.map((run) => ({
      type: 'rect',
      x: (mark.x + inset + run.x * square) * k + dx,
      y: (mark.y + inset + run.y * square) * k + dy,
      w: run.length * square * k,
      h: square * k,
      color: '#000000',
      lineWidth: 0,
    }));
  }
  return [];
}

function toNode(mark: Extract<Mark, { kind: 'text' | 'svg' }>, { place: { k, dx, dy }, pageHeight }: Page): PdfNode {
  if (mark.kind === 'svg')
    return { svg: mark.svg, width: mark.w * k, height: mark.h * k, absolutePosition: { x: mark.x * k + dx, y: mark.y * k + dy } };
  const size = mark.size * k;
  return {
    text: mark.text,
    font: mark.face,
    bold: mark.bold,
    fontSize: size,
    color: mark.color,
    characterSpacing: mark.spacing * k,
    noWrap: true,
    preserveLeadingSpaces: true,
    // A line box that reaches over the foot of the page would begin another page.
    absolutePosition: { x: mark.x * k + dx, y: Math.min((mark.y - mark.size * ASCENT[mark.face]) * k + dy, pageHeight - size * 1.5) },
  };
}
