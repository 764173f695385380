/** Which files a shell gives to the page, by name: an allow-list, the same in both shells. */
import { extname } from 'node:path';

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
 * The segments below the page's folder for the path of an address; null when it is not a plain file of the page. Percent escapes,
 * backslashes, colons, empty segments and unknown file types are all refused unread.
 */
export function pageSegments(pathname: string): string[] | null {
  if (!pathname.startsWith('/')) return null;
  const segments = pathname === '/' ? ['index.html'] : pathname.slice(1).split('/');
  if (!segments.every((name) => segment.test(name) && !device.test(name))) return null;
  return extname(segments.at(-1) ?? '') in types ? segments : null;
}

export function contentType(segments: readonly string[]): string {
  return types[extname(segments.at(-1) ?? '')] ?? 'application/octet-stream';
}

/** Addresses below `assets` have a hash of the content in them: kept for good, and with them the browser's compiled code. All others may change. */
export function cacheControl(segments: readonly string[]): string {
  return segments[0] === 'assets' ? 'public, max-age=31536000, immutable' : 'no-cache';
}
