import type { PaperContent } from '#shared/papers/content.ts';

/** 下落号: what Chinese print shops set for a character they do not have. */
const STAND_IN = '〓';

/**
 * The content with every character no font has replaced by 〓, and those characters in order of appearance.
 * The QR code's text is left alone: it is not set in type.
 */
export function replaceMissing<C extends PaperContent>(content: C, has: (character: string) => boolean): { content: C; missing: string[] } {
  const missing = new Set<string>();
  const known = new Map<string, boolean>();

  function check(character: string): boolean {
    let drawable = known.get(character);
    if (drawable === undefined) {
      // Joiners and variation selectors draw nothing by themselves.
      drawable = character === '\n' || /^\p{Mn}$|^\p{Cf}$/u.test(character) || has(character);
      known.set(character, drawable);
    }
    return drawable;
  }

  function walk(value: unknown): unknown {
    if (typeof value === 'string') {
      let changed = '';
      for (const character of value) {
        if (/^\p{Mn}$|^\p{Cf}$/u.test(character) && !has(character)) continue;
        if (check(character)) changed += character;
        else {
          missing.add(character);
          changed += STAND_IN;
        }
      }
      return changed;
    }
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
    return value;
  }

  const replaced = { ...(walk(content) as C), code: content.code };
  return { content: replaced, missing: [...missing] };
}
