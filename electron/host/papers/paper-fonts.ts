/**
 * The four fonts, parsed once per worker. pdfkit parses every font again for every document (25–30 ms each time); fontkit's public
 * registerFormat lets a small handle stand for a font that is already open.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Face, Measure } from '#shared/papers/measure.ts';
import { keepGlyphsAndRuns, type QuickFont } from './quick-font.ts';

interface Font extends QuickFont {
  unitsPerEm: number;
  hasGlyphForCodePoint(code: number): boolean;
  glyphForCodePoint(code: number): { advanceWidth: number };
}

interface Fontkit {
  create(data: Uint8Array): Font;
  registerFormat(format: { probe(data: Uint8Array): boolean; new (stream: { buffer: Uint8Array }): Font }): void;
}

// pdfkit requires fontkit's CommonJS file; an import would open the other one, with a registry of its own.
const fontkit = require('fontkit') as Fontkit;

/** Where the files lie: flat when packed, in the packages' folders in development. */
const FILES = {
  'NotoSansSC-Regular': ['noto-sans-sc', '400Regular', 'NotoSansSC_400Regular.ttf'],
  'NotoSansSC-Bold': ['noto-sans-sc', '700Bold', 'NotoSansSC_700Bold.ttf'],
  'NotoSerifSC-Regular': ['noto-serif-sc', '400Regular', 'NotoSerifSC_400Regular.ttf'],
  'NotoSerifSC-Bold': ['noto-serif-sc', '700Bold', 'NotoSerifSC_700Bold.ttf'],
} as const;
type FontName = keyof typeof FILES;

const HANDLE_SIZE = 64;
const HANDLE_START = 'BRANCH-DESK-FONT:';

/** What stands for the fonts in a document's definition. */
export type FontHandles = Record<Face, Record<'normal' | 'bold', Uint8Array>>;

export interface PaperFonts {
  handles: FontHandles;
  measure: Measure;
  /** Whether the fonts can draw this character. */
  has(character: string): boolean;
}

/** Makes the fonts known to pdfkit. Serif is opened at its first use: most papers never need it. */
export function openPaperFonts(folder: string): PaperFonts {
  const open = new Map<FontName, Font>();

  function font(name: FontName): Font {
    const known = open.get(name);
    if (known) return known;
    const created = fontkit.create(readFont(folder, name));
    keepGlyphsAndRuns(created);
    open.set(name, created);
    return created;
  }

  class Handle {
    static probe(data: Uint8Array): boolean {
      return data.length === HANDLE_SIZE && Buffer.from(data.subarray(0, HANDLE_START.length)).toString('latin1') === HANDLE_START;
    }

    constructor(stream: { buffer: Uint8Array }) {
      const name = Buffer.from(stream.buffer).toString('latin1').slice(HANDLE_START.length).trim();
      // A constructor that returns an object hands that object out: fontkit gets the open font.
      return font(name as FontName) as unknown as Handle;
    }
  }
  fontkit.registerFormat(Handle as unknown as Parameters<Fontkit['registerFormat']>[0]);

  const widths = new Map<string, Map<string, number>>();
  return {
    handles: { sans: handlesOf('sans'), serif: handlesOf('serif') },
    measure: (text, face, bold) => {
      const name = fontName(face, bold);
      let known = widths.get(name);
      if (!known) {
        known = new Map();
        widths.set(name, known);
      }
      let total = 0;
      for (const character of text) {
        let width = known.get(character);
        if (width === undefined) {
          const used = font(name);
          width = used.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / used.unitsPerEm;
          known.set(character, width);
        }
        total += width;
      }
      return total;
    },
    has: (character) => font('NotoSansSC-Regular').hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  };
}

function handlesOf(face: Face): FontHandles[Face] {
  const handle = (bold: boolean) => Buffer.from(`${HANDLE_START}${fontName(face, bold)}`.padEnd(HANDLE_SIZE), 'latin1');
  return { normal: handle(false), bold: handle(true) };
}

function fontName(face: Face, bold: boolean): FontName {
  if (face === 'serif') return bold ? 'NotoSerifSC-Bold' : 'NotoSerifSC-Regular';
  return bold ? 'NotoSansSC-Bold' : 'NotoSansSC-Regular';
}

function readFont(folder: string, name: FontName): Uint8Array {
  const [family, weight, file] = FILES[name];
  try {
    return readFileSync(join(folder, file));
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem;
    return readFileSync(join(folder, family, weight, file));
  }
}
