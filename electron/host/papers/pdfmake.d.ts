/** The part of pdfmake 0.3 that is used, with what its document has from pdfkit; it ships no types. */
declare module 'pdfmake/js/PDFDocument.js' {
  import type { Readable } from 'node:stream';

  /** In thousandths of an em. */
  interface GlyphPosition {
    xAdvance: number;
    advanceWidth: number;
    xOffset: number;
    yOffset: number;
  }

  /** A font in a document: it collects the glyphs that are used, and embeds those. */
  export interface DocumentFont {
    id: string;
    ref(): object;
    encode(text: string): [codes: string[], positions: GlyphPosition[]];
  }

  type Styles = Partial<Record<'normal' | 'bold', Uint8Array>>;

  export default class PDFDocument extends Readable {
    constructor(
      fonts: Record<string, Styles>,
      images: object,
      patterns: object,
      attachments: object,
      options: { autoFirstPage: false; font: null; pdfVersion: '1.4'; info: Record<string, string> },
    );
    page: { fonts: Record<string, object> };
    provideFont(family: string, bold: boolean, italics: boolean): DocumentFont;
    addPage(options: { size: [number, number]; margin: 0 }): this;
    addContent(operators: string): this;
    opacity(opacity: number): this;
    end(): void;
  }
}
