import type { RefusalCode } from '#shared/exchange/refusal-codes.ts';

export interface UserContext {
  name: string | null;
  roles: string[];
}

export type Fields = Readonly<Record<string, unknown>>;

/** What CouchDB takes for a refusal of this one document. */
export function refuse(code: RefusalCode, details: string): never {
  // eslint-disable-next-line no-throw-literal -- the interface of validate_doc_update
  throw { forbidden: `${code}: ${details}` };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** UTF-8 bytes of its JSON, exact only near the limit: a Chinese character is three. */
export function isLargerThan(limit: number, document: unknown): boolean {
  const text = JSON.stringify(document);
  if (text.length > limit) return true;
  if (text.length * 3 <= limit) return false;
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Half a surrogate pair: two of them are four bytes.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes > limit;
}
