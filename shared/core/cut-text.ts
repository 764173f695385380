/**
 * The first `most` UTF-16 units, but no half of a character: a rare hanzi or an emoji is two of them, and a half alone is no text to CouchDB,
 * which refuses the whole request it comes with.
 */
export function cutText(text: string, most: number): string {
  const cut = text.slice(0, most);
  const last = cut.charCodeAt(cut.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}

/** @param json written by `JSON.stringify`, which gives a half alone as an escape and a whole character as itself */
export function hasHalfCharacter(json: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/.test(json);
}
