/** Answers requests under app://branch-desk/ from the built page's folder, and nothing else. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { securityHeaders } from '../page/content-security.ts';
import { cacheControl, contentType, pageSegments } from '../page/page-files.ts';
import { isOwnPage, RECOVERY_PATH } from './origin.ts';

/** The path below the page's folder for an address under our own scheme and host; null for anything that is not a plain file of the page. */
export function pageFile(address: string): string[] | null {
  return isOwnPage(address) ? pageSegments(new URL(address).pathname) : null;
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
    return page(head ? null : source.recoveryPage(), ['recovery.html']);
  }
  const segments = pageFile(request.url);
  if (segments === null) return refusal(403);
  try {
    const content = await readFile(join(source.folder, ...segments));
    return page(head ? null : new Uint8Array(content), segments);
  } catch {
    return refusal(404);
  }
}

function page(body: Uint8Array<ArrayBuffer> | string | null, segments: readonly string[]): Response {
  return new Response(body, {
    headers: { ...securityHeaders, 'content-type': contentType(segments), 'cache-control': cacheControl(segments) },
  });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
