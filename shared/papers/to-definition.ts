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
const FONT = { sans: 'sans', serif: 'serif' };

/**
 * `onPages` hears the number of pages the library really made. Every call builds new nodes: the library mutates what it is given.
 * Offset (mm) and scale (per mille) of the printer's calibration are applied to every mark, from the top left corner.
 */
export function toDefinition(sheets: readonly Sheet[], job: PaperJob, onPages: (pages: number) => void): PdfDefinition {
  const height = Math.max(...sheets.map((sheet) => sheet.height));
  const width = Math.max(...sheets.map((sheet) => sheet.width));
  const place = { k: job.scale / 1000, dx: job.offset.x * MM, dy: job.offset.y * MM };
  return {
    pageSize: { width, height },
    pageMargins: [0, 0, 0, 0],
    info: { title: `${job.content.title} ${job.content.no}`.trim(), author: job.content.company, creator: 'Branch Desk' },
    defaultStyle: { font: 'sans', fontSize: 8 },
    content: sheets.flatMap((sheet, index) => pageNodes(sheet, index > 0, place, { width, height })),
    footer: (_page, pages) => {
      onPages(pages);
      return null;
    },
  };
}

interface Placement {
  k: number;
  dx: number;
  dy: number;
}

function pageNodes(sheet: Sheet, breakBefore: boolean, place: Placement, page: { width: number; height: number }): PdfNode[] {
  const behind = sheet.marks.filter((mark) => mark.kind === 'svg');
  const front = sheet.marks.filter((mark) => mark.kind === 'text' || mark.kind === 'qr');
  const vectors = sheet.marks.flatMap((mark) => toVector(mark, place));
  const start: PdfNode[] = breakBefore ? [{ text: ' ', fontSize: 1, pageBreak: 'before' }] : [{ text: ' ', fontSize: 1 }];
  const canvas: PdfNode[] = vectors.length > 0 ? [{ canvas: vectors, absolutePosition: { x: 0, y: 0 } }] : [];
  return [...start, ...behind.map((mark) => toNode(mark, place, page)), ...canvas, ...front.map((mark) => toNode(mark, place, page))];
}

function toVector(mark: Mark, { k, dx, dy }: Placement): PdfNode[] {
  if (mark.kind === 'line') {
    const dash = mark.dash > 0 ? { dash: { length: mark.dash * k, space: mark.dash * k } } : {};
    return [
      { type: 'line', x1: mark.x1 * k + dx, y1: mark.y1 * k + dy, x2: mark.x2 * k + dx, y2: mark.y2 * k + dy, lineWidth: mark.width, lineColor: mark.color, lineCap: 'square', ...dash },
    ];
  }
  if (mark.kind === 'box') {
    const fill = mark.fill === '' ? {} : { color: mark.fill };
    const stroke = mark.stroke === '' ? { lineWidth: 0 } : { lineWidth: mark.width, lineColor: mark.stroke };
    return [{ type: 'rect', x: mark.x * k + dx, y: mark.y * k + dy, w: mark.w * k, h: mark.h * k, ...fill, ...stroke }];
  }
  return [];
}

function toNode(mark: Mark, { k, dx, dy }: Placement, page: { width: number; height: number }): PdfNode {
  switch (mark.kind) {
    case 'text': {
      const size = mark.size * k;
      const top = Math.min((mark.y - mark.size * ASCENT[mark.face]) * k + dy, page.height - size * 1.5);
      return {
        text: mark.text,
        font: FONT[mark.face],
        bold: mark.bold,
        fontSize: size,
        color: mark.color,
        characterSpacing: mark.spacing * k,
        noWrap: true,
        absolutePosition: { x: mark.x * k + dx, y: top },
      };
    }
    case 'qr':
      return { qr: mark.text, fit: mark.side * k, eccLevel: 'M', foreground: '#000000', absolutePosition: { x: mark.x * k + dx, y: mark.y * k + dy } };
    case 'svg':
      return { svg: mark.svg, width: mark.w * k, height: mark.h * k, absolutePosition: { x: mark.x * k + dx, y: mark.y * k + dy } };
    default:
      throw new Error(`not a node: ${mark.kind}`);
  }
}
