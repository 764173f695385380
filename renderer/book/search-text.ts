/** Character codes around each text of a search key. */
export const START = 1;
export const END = 2;
const HAN = /\p{Script=Han}/u;
const MIDDLE_DOT = '·'.charCodeAt(0);
const separators = new Uint8Array(128);
for (const character of ' -(/.,:+') separators[character.charCodeAt(0)] = 1;

/** Half width, lower case: how keys and questions are both written. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** What follows it is the beginning of a word. */
export function isSeparator(code: number): boolean {
  return code < 128 ? separators[code] === 1 : code === MIDDLE_DOT;
}
