/** The part of pdfkit 0.19 that is used; it ships no types. */
declare module 'pdfkit' {
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

  export default class PDFDocument extends Readable {
    constructor(options: { autoFirstPage: false; font: null; pdfVersion: '1.4'; info: Record<string, string> });
    page: { fonts: Record<string, object> };
    _font: DocumentFont;
    registerFont(name: string, source: Uint8Array): this;
    font(name: string): this;
    addPage(options: { size: [number, number]; margin: 0 }): this;
    addContent(operators: string): this;
    opacity(opacity: number): this;
    end(): void;
  }
}
