import { connectByFetch } from '#electron/host/exchange/fetch-transport.ts';
import type { Transport } from '#shared/exchange/transport.ts';

export interface AdminAddress {
  url: string;
  name: string;
  password: string;
}

/** Requests as the server's administrator: the same session by cookie as a desk's. */
export function connectAdmin({ url, name, password }: AdminAddress): Transport {
  return connectByFetch(url, { name, password });
}

/**
 * `https://admin:secret@couch.example:6984` or the address alone with name and password from the environment.
 * @returns null when name or password are nowhere
 * @throws TypeError when it is no http address
 */
export function adminAddress(text: string, env: NodeJS.ProcessEnv): AdminAddress | null {
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TypeError(text);
  const name = url.username === '' ? env['BD_ADMIN_USER'] : decodeURIComponent(url.username);
  const password = url.password === '' ? env['BD_ADMIN_PASSWORD'] : decodeURIComponent(url.password);
  if (name === undefined || password === undefined || name === '' || password === '') return null;
  url.username = '';
  url.password = '';
  return { url: url.href.replace(/\/+$/, ''), name, password };
}
