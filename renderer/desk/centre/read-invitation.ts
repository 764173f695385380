import { readEnrolmentCode } from '#shared/exchange/enrolment-code.ts';

/** Hosts that are reached without encryption when nobody says otherwise: this computer and the office's own network. */
const INSIDE = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\]|[a-z0-9-]+$|[^/]+\.(local|lan)$)/i;

/** The centre's address as people type or paste it: full-width letters, no scheme, a slash too many. null: no address. */
export function readAddress(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll('。', '.').trim();
  if (!/^[\x21-\x7e]+$/.test(plain) || readEnrolmentCode(plain) !== null) return null;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(plain) ? '' : INSIDE.test(plain.replace(/[:/].*$/, '')) ? 'http://' : 'https://';
  try {
    const url = new URL(scheme + plain);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
    if (!INSIDE.test(url.hostname) && !url.hostname.includes('.')) return null;
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  } catch {
    return null;
  }
}

/** Whether papers would travel in the clear beyond the office's own network. */
export function isOpenToAll(address: string): boolean {
  return address.startsWith('http://') && !INSIDE.test(new URL(address).hostname);
}

/** What was pasted holds an address and a code: both, wherever they stand. */
export function splitInvitation(text: string): { address: string; code: string } | null {
  const parts = text.split(/\s+/).map((part) => part.replace(/^.*[：]/, ''));
  const address = parts.find((part) => /^https?:\/\//i.test(part.normalize('NFKC')));
  const code = parts.find((part) => readEnrolmentCode(part) !== null);
  return address !== undefined && code !== undefined ? { address: readAddress(address) ?? address, code } : null;
}
