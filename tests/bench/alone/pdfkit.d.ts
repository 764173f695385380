/** As much of pdfkit as is measured. */
declare module 'pdfkit' {
  interface TextOptions {
    lineBreak: false;
    baseline: 'alphabetic';
    characterSpacing: number;
  }
  export default class PDFDocument {
    constructor(options: { autoFirstPage: false; font: null; compress: boolean });
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    registerFont(name: string, source: Uint8Array): this;
    addPage(options: { size: [number, number]; margin: 0 }): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(color: string): this;
    text(text: string, x: number, y: number, options: TextOptions): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(x: number, y: number, w: number, h: number): this;
    lineWidth(width: number): this;
    fill(color: string): this;
    stroke(color: string): this;
    end(): void;
  }
}
