/** Width of text and where it breaks. All widths are in points unless a name says em. */
export type Face = 'sans' | 'serif';

/** Width of `text` in em (1 em = the type size). The paper engine answers from the font itself. */
export type Measure = (text: string, face: Face, bold: boolean) => number;

export interface Style {
  size: number;
  face: Face;
  bold: boolean;
}

export function widthOf(measure: Measure, text: string, style: Style): number {
  return measure(text, style.face, style.bold) * style.size;
}

/** 禁则: these may not begin a line, so they hang on the line before. */
const NOT_FIRST = new Set('，。、；：？！）」』】》〉”’％,.;:?!)]}%');
/** These may not end a line. */
const NOT_LAST = new Set('（「『【《〈“‘￥¥([{');
const WORD = /[A-Za-z0-9@#&+./_'’\-,%]/;

/**
 * Breaks `text` into lines of at most `width` points: between any two hanzi, at spaces, and inside a word only when the word alone is too wide.
 * Line feeds are kept as breaks. Never returns an empty list.
 */
export function wrapText(measure: Measure, text: string, width: number, style: Style, firstIndent = 0): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) wrapParagraph(paragraph, lines.length === 0 ? firstIndent : 0);
  return lines;

  function wrapParagraph(paragraph: string, indent: number): void {
    let line = '';
    let used = indent;
    for (const piece of breakable(paragraph)) {
      const wide = widthOf(measure, piece, style);
      if (used + wide <= width + 0.01 || (line === '' && wide <= width)) {
        line += piece;
        used += wide;
        continue;
      }
      if (wide <= width) {
        push(line);
        line = piece.trimStart();
        used = widthOf(measure, line, style);
        continue;
      }
      for (const character of piece) {
        const step = widthOf(measure, character, style);
        if (used + step > width && line !== '') {
          push(line);
          line = '';
          used = 0;
        }
        line += character;
        used += step;
      }
    }
    push(line);
  }

  function push(line: string): void {
    lines.push(line.trimEnd());
  }
}

/** The pieces of a paragraph between which a line may break. */
function breakable(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let last = '';
  for (const character of text) {
    const inWord = WORD.test(character) && WORD.test(last);
    if (piece !== '' && !inWord && !NOT_FIRST.has(character) && !NOT_LAST.has(last) && character !== ' ') {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
    last = character;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}

/**
 * Makes `text` fit a width: first at its own size, then smaller down to `smallest`, then on two lines at its own size, then on as many as it takes.
 * Nothing is ever cut off; the caller gives the lines the room they need.
 */
export function fitText(measure: Measure, text: string, width: number, style: Style, smallest: number): { lines: string[]; size: number } {
  const natural = text.includes('\n') ? Infinity : measure(text, style.face, style.bold);
  if (natural * style.size <= width) return { lines: [text], size: style.size };
  if (natural * smallest <= width) return { lines: [text], size: Math.floor((width / natural) * 20) / 20 };
  const lines = wrapText(measure, text, width, style);
  if (lines.length <= 2) return { lines, size: style.size };
  return { lines: wrapText(measure, text, width, { ...style, size: smallest }), size: smallest };
}
