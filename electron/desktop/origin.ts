/**
 * Where the page lives. Scheme and host name Chromium's data folder for the origin: change either and every desk starts with an empty book.
 * A test holds both.
 */
import type { CustomScheme } from 'electron';

export const SCHEME = 'app';
export const PAGE_HOST = 'branch-desk';
export const ORIGIN = 'app://branch-desk';
export const START_PAGE = 'app://branch-desk/index.html';
/** Made by the shell, not a file of the page: shown when the page has died. */
export const RECOVERY_PATH = '/recovery';

/** `standard` and `secure` give the origin IndexedDB and crypto.subtle; nothing here loosens the page's policy. */
export const customScheme: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
};

/** True for an address of the page itself: our scheme and host, no port, no credentials. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.hostname === PAGE_HOST && url.port === '' && url.username === '' && url.password === '';
}
