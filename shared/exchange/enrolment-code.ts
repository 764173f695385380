/**
 * The one-time code a desk joins with: 'HZ01-A-7K4MP-9QXDT-3WVNC'. Its front says which desk it makes; its tail, 75 random bits in
 * Crockford's letters, is the first password of the desk's CouchDB user. Joining changes that password, so a code works once.
 */
export interface EnrolmentCode {
  branchCode: string;
  deskLetter: string;
  deskCode: string;
  password: string;
}

const pattern = /^([A-Z]{2}\d{2})([A-Z])([0-9A-HJKMNP-TV-Z]{5})([0-9A-HJKMNP-TV-Z]{5})([0-9A-HJKMNP-TV-Z]{5})$/;

/** Forgives small letters, spaces, dashes of any kind or none, and I, L, O typed for 1 and 0 in the tail; null when it is none. */
export function readEnrolmentCode(text: string): EnrolmentCode | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\u002d\u2010-\u2015\u2212]+/g, '');
  const head = plain.slice(0, 5);
  const tail = plain.slice(5).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const match = pattern.exec(head + tail);
  if (!match) return null;
  const [, branchCode = '', deskLetter = '', one = '', two = '', three = ''] = match;
  return { branchCode, deskLetter, deskCode: `${branchCode}-${deskLetter}`, password: `${one}-${two}-${three}` };
}

export const enrolmentCode = (deskCode: string, password: string): string => `${deskCode}-${password}`;

/** Name of a desk's CouchDB user. */
export const deskUser = (deskCode: string): string => `desk-${deskCode.toLowerCase()}`;
