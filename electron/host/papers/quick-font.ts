/** What fontkit works out again for every document, kept for the worker's life: setting the same words is half of making a paper. */

interface Outline {
  numberOfContours: number;
}

interface Glyph {
  id: number;
  _decode(): Outline | null;
  _getContours(): unknown;
}

interface Run {
  glyphs: readonly Glyph[];
  positions: readonly object[];
}

/** The parts of fontkit's font that pdfkit calls, and the glyphs it keeps. */
export interface QuickFont {
  getGlyph(id: number, characters?: readonly number[]): Glyph | null;
  layout(text: string, ...how: unknown[]): Run;
  _glyphs: object;
}

/** Words kept at most; papers of one branch use a few thousand. */
const MOST_RUNS = 20_000;

export function keepGlyphsAndRuns(font: QuickFont): void {
  const make = font.getGlyph.bind(font);
  const set = font.layout.bind(font);
  const glyphs = new Map<string, Glyph | null>();
  const runs = new Map<string, Run>();

  // fontkit keeps one glyph for an outline, with the text of the character it was first asked for: the next document would copy as that one's.
  font.getGlyph = (id, characters = []) => {
    const key = `${id} ${characters.join()}`;
    const known = glyphs.get(key);
    if (known !== undefined) return known;
    font._glyphs = {};
    const glyph = make(id, characters);
    if (glyph) keepOutline(glyph);
    glyphs.set(key, glyph);
    return glyph;
  };

  font.layout = (text, ...how) => {
    if (how.some((one) => one !== undefined)) return set(text, ...how);
    let run = runs.get(text);
    if (!run) {
      if (runs.size >= MOST_RUNS) runs.clear();
      run = set(text);
      runs.set(text, run);
    }
    // pdfkit scales the positions where they are.
    const positions = run.positions.map((position) => ({ ...position }));
    return Object.assign(Object.create(Object.getPrototypeOf(run) as object) as Run, run, { positions });
  };
}

/** A subset needs to know only whether a glyph is put together from others, for which the library reads all of its points. */
function keepOutline(glyph: Glyph): void {
  const decode = glyph._decode.bind(glyph);
  let simple: Outline | undefined;
  glyph._decode = () => {
    if (simple) return simple;
    const outline = decode();
    if (outline && outline.numberOfContours > 0) simple = { numberOfContours: outline.numberOfContours };
    return outline;
  };
  const contours = glyph._getContours.bind(glyph);
  glyph._getContours = () => {
    glyph._decode = decode;
    return contours();
  };
}
