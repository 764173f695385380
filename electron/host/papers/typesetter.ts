import type { default as PdfDocument, DocumentFont } from 'pdfmake/js/PDFDocument.js';
import type { Mark } from '#shared/papers/sheet.ts';
import { numeral, type Pen } from './pen.ts';

type Text = Extract<Mark, { kind: 'text' }>;
export type Typeset = (pen: Pen, mark: Text) => void;

/** Glyphs on one level: `glyphs` is what TJ shows, `rise` their height above the baseline in thousandths of an em. */
interface Piece {
  rise: number;
  glyphs: string;
}

/** Sets text in a document's fonts. The same words are worked out once: the parts of a form have nearly all of them in common. */
export function typesetter(document: PdfDocument): Typeset {
  /** What is known in each font, by the text. */
  const pieces = new Map<DocumentFont, Map<string, Piece[]>>();

  return (pen, { text, x, y, size, face, bold, spacing }) => {
    const font = document.provideFont(face, bold, false);
    const known = pieces.get(font) ?? new Map<string, Piece[]>();
    pieces.set(font, known);
    const set = known.get(text) ?? toPieces(font, text);
    known.set(text, set);
    document.page.fonts[font.id] ??= font.ref();
    pen.set('font', `/${font.id} ${numeral(size)} Tf`);
    pen.set('spacing', `${numeral(spacing)} Tc`);
    // The page counts from its top, letters stand upright.
    pen.write(`BT 1 0 0 -1 ${numeral(x)} ${numeral(y)} Tm`);
    for (const { rise, glyphs } of set) {
      pen.set('rise', `${numeral((rise * size) / 1000)} Ts`);
      pen.write(`[${glyphs}] TJ`);
    }
    pen.write('ET');
  };
}

function toPieces(font: DocumentFont, text: string): Piece[] {
  const pieces: Piece[] = [];
  let run = '';
  let rise = 0;
  let glyphs = '';

  /** A number in TJ moves what follows to the left. */
  function move(by: number): void {
    if (Math.abs(by) < 0.001) return;
    endRun();
    glyphs += ` ${numeral(-by)} `;
  }
  function endRun(): void {
    if (run !== '') glyphs += `<${run}>`;
    run = '';
  }
  function endPiece(): void {
    endRun();
    if (glyphs !== '') pieces.push({ rise, glyphs });
    glyphs = '';
  }

  const [codes, positions] = font.encode(text);
  positions.forEach(({ xAdvance, advanceWidth, xOffset, yOffset }, index) => {
    if (yOffset !== rise) {
      endPiece();
      rise = yOffset;
    }
    move(xOffset);
    run += codes[index] ?? '';
    move(xAdvance - advanceWidth - xOffset);
  });
  endPiece();
  return pieces;
}
