/** Sheets to a PDF. pdfmake's document keeps the file's structure and its fonts; what stands on a page is written here, mark by mark. */
import type { default as PdfDocument } from 'pdfmake/js/PDFDocument.js';
import type { PaperJob } from '#shared/papers/content.ts';
import { MM } from '#shared/papers/forms.ts';
import type { Mark, Sheet } from '#shared/papers/sheet.ts';
import { encodeQr } from './encode-qr.ts';
import type { FontHandles } from './paper-fonts.ts';
import { numeral, openPen, type Pen } from './pen.ts';
import { typesetter, type Typeset } from './typesetter.ts';

// CommonJS as the worker's bundle: an import would give the module, not its default.
const { default: Document } = require('pdfmake/js/PDFDocument.js') as { default: typeof PdfDocument };

/**
 * A page for each sheet, all as large as the largest.
 * Offset (mm) and scale (per mille) of the printer's calibration move the whole page, from the top left corner.
 * @param fonts what stands for each font
 */
export async function drawPdf(
  sheets: readonly Sheet[],
  { content, offset, scale }: PaperJob,
  fonts: FontHandles,
): Promise<Uint8Array<ArrayBuffer>> {
  const title = `${content.title} ${content.no}`.trim();
  const info = { Title: title, Author: content.company, Creator: 'Branch Desk', Producer: 'Branch Desk' };
  const document = new Document(fonts, {}, {}, {}, { autoFirstPage: false, font: null, pdfVersion: '1.4', info });
  const size: [number, number] = [Math.max(...sheets.map(({ width }) => width)), Math.max(...sheets.map(({ height }) => height))];
  const k = scale / 1000;
  const place = `${numeral(k)} 0 0 ${numeral(k)} ${numeral(offset.x * MM)} ${numeral(offset.y * MM)} cm`;
  const draw = painter(document, k, typesetter(document));
  for (const { marks } of sheets) {
    document.addPage({ size, margin: 0 });
    const pen = openPen(place);
    for (const mark of marks) draw(pen, mark);
    document.addContent(pen.take());
  }
  document.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

/** A dot of a 24-pin printer, points. Squares of whole dots stay sharp. */
const DOT = 72 / 180;

/** @param k the page's scale, which the thickness of a line does not follow */
function painter(document: PdfDocument, k: number, typeset: Typeset): (pen: Pen, mark: Mark) => void {
  /** Every part of a form has the same code. */
  const codes = new Map<string, ReturnType<typeof encodeQr>>();

  return draw;

  function draw(pen: Pen, mark: Mark): void {
    switch (mark.kind) {
      case 'text':
        pen.set('fill', `${colour(mark.color)} rg`);
        typeset(pen, mark);
        break;
      case 'line':
        stroke(pen, mark.width, mark.color, 2, mark.dash);
        pen.write(`${numeral(mark.x1)} ${numeral(mark.y1)} m ${numeral(mark.x2)} ${numeral(mark.y2)} l S`);
        break;
      case 'box':
        if (mark.fill !== '') pen.set('fill', `${colour(mark.fill)} rg`);
        if (mark.stroke !== '') stroke(pen, mark.width, mark.stroke, 0, 0);
        pen.write(`${outline(mark)} ${mark.stroke === '' ? 'f' : mark.fill === '' ? 'S' : 'B'}`);
        break;
      case 'qr':
        drawQr(pen, mark);
        break;
      case 'turned': {
        const [cos, sin] = [Math.cos((mark.angle * Math.PI) / 180), Math.sin((mark.angle * Math.PI) / 180)];
        pen.begin(`${numeral(cos)} ${numeral(sin)} ${numeral(-sin)} ${numeral(cos)} ${numeral(mark.x)} ${numeral(mark.y)} cm`);
        if (mark.opacity < 1) {
          document.addContent(pen.take());
          document.opacity(mark.opacity);
        }
        for (const inner of mark.marks) draw(pen, inner);
        pen.end();
      }
    }
  }

  function stroke(pen: Pen, width: number, color: string, cap: 0 | 2, dash: number): void {
    pen.set('stroke', `${colour(color)} RG`);
    pen.set('width', `${numeral(width / k)} w`);
    pen.set('cap', `${cap} J`);
    pen.set('dash', dash > 0 ? `[${numeral(dash)} ${numeral(dash)}] 0 d` : '[] 0 d');
  }

  function drawQr(pen: Pen, mark: Extract<Mark, { kind: 'qr' }>): void {
    const code = codes.get(mark.text) ?? encodeQr(mark.text);
    codes.set(mark.text, code);
    const exact = mark.side / code.side;
    const square = Math.max(Math.floor(exact / DOT) * DOT, Math.min(exact, 2 * DOT));
    const inset = (mark.side - square * code.side) / 2;
    pen.set('fill', `${colour('#000000')} rg`);
    for (const { x, y, length } of code.runs) {
      const [left, top] = [mark.x + inset + x * square, mark.y + inset + y * square];
      pen.write(`${numeral(left)} ${numeral(top)} ${numeral(length * square)} ${numeral(square)} re f`);
    }
  }
}

/** @param hex '#rrggbb' */
function colour(hex: string): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff].map((part) => numeral(part / 255)).join(' ');
}

/** How far the handles of a quarter circle stand from its ends, in radii. */
const ROUND = 0.5523;

function outline({ x, y, w, h, radius: r }: Extract<Mark, { kind: 'box' }>): string {
  if (r === 0) return `${numeral(x)} ${numeral(y)} ${numeral(w)} ${numeral(h)} re`;
  const c = r * (1 - ROUND);
  const [right, foot] = [x + w, y + h];
  const points: [string, ...number[]][] = [
    ['m', x + r, y],
    ['l', right - r, y],
    ['c', right - c, y, right, y + c, right, y + r],
    ['l', right, foot - r],
    ['c', right, foot - c, right - c, foot, right - r, foot],
    ['l', x + r, foot],
    ['c', x + c, foot, x, foot - c, x, foot - r],
    ['l', x, y + r],
    ['c', x, y + c, x + c, y, x + r, y],
  ];
  return `${points.map(([operator, ...at]) => `${at.map(numeral).join(' ')} ${operator}`).join(' ')} h`;
}
