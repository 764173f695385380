import type { PaperContent } from '#shared/papers/content.ts';
import { mapText } from '#shared/papers/map-text.ts';

/** 下落号: what Chinese print shops set for a character they do not have. */
const STAND_IN = '〓';
/** Joiners, variation selectors and the like draw nothing by themselves. */
const INVISIBLE = /^[\p{Mn}\p{Cf}]$/u;

/**
 * The content with every character no font has replaced by 〓, and those characters in order of appearance.
 * The QR code's text is left alone: it is not set in type.
 */
export function replaceMissing<C extends PaperContent>(content: C, has: (character: string) => boolean): { content: C; missing: string[] } {
  const missing = new Set<string>();
  const known = new Map<string, string>();

  function drawable(character: string): string {
    if (character === '\n' || has(character)) return character;
    if (INVISIBLE.test(character)) return '';
    missing.add(character);
    return STAND_IN;
  }

  const replaced = mapText(content, (text) =>
    Array.from(text, (character) => {
      let shown = known.get(character);
      if (shown === undefined) {
        shown = drawable(character);
        known.set(character, shown);
      }
      return shown;
    }).join(''),
  );
  return { content: { ...replaced, code: content.code }, missing: [...missing] };
}
