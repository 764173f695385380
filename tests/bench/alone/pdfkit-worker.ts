/**
 * The floor for papers: the same marks at the places the program gave them, drawn by pdfkit alone, with the fonts open. Bundled to CommonJS
 * like the program's own worker. Each message is a job; the answer is the milliseconds that drawing it took, and its pages.
 */
import { parentPort, workerData } from 'node:worker_threads';
import PDFDocument from 'pdfkit';
import { encodeQr } from '#electron/host/papers/encode-qr.ts';
import { openPaperFonts } from '#electron/host/papers/paper-fonts.ts';
import type { PaperJob } from '#shared/papers/content.ts';
import { layOutPaper } from '#shared/papers/lay-out-paper.ts';
import type { Mark, Sheet } from '#shared/papers/sheet.ts';
import { openFonts } from './open-fonts.ts';

const { fontFolder } = workerData as { fontFolder: string };
const { measure } = openPaperFonts(fontFolder);
const fonts = openFonts(fontFolder);

type Drawn = Exclude<Mark, { kind: 'turned' | 'qr' }>;
interface Placed {
  width: number;
  height: number;
  marks: Drawn[];
}

/** Codes as squares, what is turned left out: nothing is worked out while the clock runs. */
function placed({ width, height, marks }: Sheet): Placed {
  return {
    width,
    height,
    marks: marks.flatMap((mark): Drawn[] => {
      if (mark.kind === 'turned') return [];
      if (mark.kind !== 'qr') return [mark];
      const { side, runs } = encodeQr(mark.text);
      const square = mark.side / side;
      return runs.map(({ x, y, length }) => ({
        kind: 'box',
        x: mark.x + x * square,
        y: mark.y + y * square,
        w: length * square,
        h: square,
        fill: '#000000',
        stroke: '',
        width: 0,
        radius: 0,
      }));
    }),
  };
}

function draw(sheets: readonly Placed[]): Promise<number> {
  return new Promise((resolve) => {
    let bytes = 0;
    const document = new PDFDocument({ autoFirstPage: false, font: null, compress: true });
    document.on('data', (chunk) => (bytes += chunk.length)).on('end', () => resolve(bytes));
    for (const [name, handle] of fonts) document.registerFont(name, handle);
    for (const { width, height, marks } of sheets) {
      document.addPage({ size: [width, height], margin: 0 });
      for (const mark of marks) drawMark(document, mark);
    }
    document.end();
  });
}

function drawMark(document: PDFDocument, mark: Drawn): void {
  if (mark.kind === 'text') {
    const name = `${mark.face}-${String(mark.bold)}`;
    const options = { lineBreak: false, baseline: 'alphabetic', characterSpacing: mark.spacing } as const;
    document.font(name).fontSize(mark.size).fillColor(mark.color).text(mark.text, mark.x, mark.y, options);
  } else if (mark.kind === 'line') {
    document.moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).lineWidth(mark.width).stroke(mark.color);
  } else {
    if (mark.fill !== '') document.rect(mark.x, mark.y, mark.w, mark.h).fill(mark.fill);
    if (mark.stroke !== '') document.rect(mark.x, mark.y, mark.w, mark.h).lineWidth(mark.width).stroke(mark.stroke);
  }
}

export interface FloorAnswer {
  milliseconds: number;
  sheets: Sheet[];
}

parentPort?.on('message', (job: PaperJob) => {
  const sheets = layOutPaper(job, measure);
  const all = sheets.map(placed);
  const start = performance.now();
  void draw(all).then(() => answer({ milliseconds: performance.now() - start, sheets }));
});

function answer(drawn: FloorAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
  parentPort?.postMessage(drawn);
}
