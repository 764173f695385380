/** Fonts for pdfkit that are parsed once: it would do so for every document. Bundled to CommonJS, so that this and pdfkit share one fontkit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Fontkit {
  create(data: Uint8Array): object;
  registerFormat(format: { probe(data: Uint8Array): boolean; new (stream: { buffer: Uint8Array }): object }): void;
}

const START = 'BENCH-FONT:';
const files: Readonly<Record<string, string>> = {
  'sans-false': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'sans-true': 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'serif-false': 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'serif-true': 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
};

/** Small stands-in for the four fonts, by face and boldness, as `registerFont` takes them. */
export function openFonts(folder: string): (readonly [string, Uint8Array])[] {
  const fontkit = require('fontkit') as Fontkit;
  const open = new Map<string, object>();

  class Handle {
    static probe(data: Uint8Array): boolean {
      return Buffer.from(data.subarray(0, START.length)).toString('latin1') === START;
    }

    constructor(stream: { buffer: Uint8Array }) {
      const name = Buffer.from(stream.buffer).toString('latin1').slice(START.length).trim();
      const font = open.get(name) ?? fontkit.create(readFileSync(join(folder, files[name] ?? '')));
      open.set(name, font);
      // A constructor that returns an object hands that object out: pdfkit gets the open font.
      return font as Handle;
    }
  }
  fontkit.registerFormat(Handle);
  return Object.keys(files).map((name) => [name, Buffer.from(`${START}${name}`.padEnd(64), 'latin1')]);
}
