/** Answers requests under app://branch-desk/ from the built page's folder, and nothing else. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { securityHeaders } from './content-security.ts';
import { isOwnPage, RECOVERY_PATH } from './origin.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

/** What the bundler writes: letters, digits, '-', '_', '.'; never a leading or trailing dot, so no '..', no hidden file, no NTFS alias. */
const segment = /^[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$/;
/** Windows opens a device for these names, with any extension. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * The path below the page's folder for an address, as segments; null when the address is not a plain file of the page.
 * An allow-list: percent escapes, backslashes, colons, empty segments and unknown file types are all refused unread.
 */
export function pageFile(address: string): string[] | null {
  if (!isOwnPage(address)) return null;
  const { pathname } = new URL(address);
  const segments = pathname === '/' ? ['index.html'] : pathname.slice(1).split('/');
  if (!segments.every((name) => segment.test(name) && !device.test(name))) return null;
  return extname(segments.at(-1) ?? '') in types ? segments : null;
}

export interface PageSource {
  /** The built page, `out/renderer`; may lie inside the asar archive. */
  folder: string;
  /** HTML shown when the page has died. */
  recoveryPage(): string;
}

/** One function for `protocol.handle`. Never throws; refusals are 403, missing files 404, other methods 405, all without a body. */
export async function answerPageRequest(request: Pick<Request, 'url' | 'method'>, source: PageSource): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const head = request.method === 'HEAD';
  if (isOwnPage(request.url) && new URL(request.url).pathname === RECOVERY_PATH) {
    return page(head ? null : source.recoveryPage(), '.html');
  }
  const segments = pageFile(request.url);
  if (segments === null) return refusal(403);
  try {
    const content = await readFile(join(source.folder, ...segments));
    return page(head ? null : new Uint8Array(content), extname(segments.at(-1) ?? ''));
  } catch {
    return refusal(404);
  }
}

function page(body: Uint8Array<ArrayBuffer> | string | null, extension: string): Response {
  return new Response(body, {
    headers: { ...securityHeaders, 'content-type': types[extension] ?? 'application/octet-stream', 'cache-control': 'no-cache' },
  });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
