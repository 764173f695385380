import { pinyin, polyphonic } from 'pinyin-pro';

export interface Reading {
  /** 'a4zhi' */
  full: string;
  /** 'a4z' */
  initials: string;
}

/** Readings of single characters: pinyin of a whole name is fifty times dearer than a look-up. */
const byCharacter = new Map<string, { reading: string; several: boolean }>();

/**
 * How a text with Chinese characters is typed. Characters with one reading come from a cache; a text with a character of several readings
 * (重庆, 单志强) is also read as a whole, once as words and once as a person's name, and may then have up to three readings.
 */
export function readingsOf(text: string): Reading[] {
  const characters = [...text].map(ofCharacter);
  const plain = join(characters.map(({ reading }) => reading));
  if (!characters.some(({ several }) => several)) return [plain];
  const asWords = join(pinyin(text, { toneType: 'none', type: 'array', v: true }));
  const asName = join(pinyin(text, { toneType: 'none', type: 'array', v: true, surname: 'head' }));
  return [asWords, asName, plain].filter((reading, at, all) => all.findIndex(({ full }) => full === reading.full) === at);
}

function ofCharacter(character: string): { reading: string; several: boolean } {
  const known = byCharacter.get(character);
  if (known) return known;
  const readings = new Set(
    (polyphonic(character, { toneType: 'none', type: 'array', v: true })[0] ?? []).map((reading) => reading.toLowerCase()),
  );
  const reading = { reading: pinyin(character, { toneType: 'none', v: true }).toLowerCase(), several: readings.size > 1 };
  byCharacter.set(character, reading);
  return reading;
}

function join(parts: readonly string[]): Reading {
  const words = parts.map((part) => part.toLowerCase());
  return { full: words.join(''), initials: words.map((word) => word.slice(0, 1)).join('') };
}
