import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, win32 } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../page/content-security.ts';
import { customScheme, ORIGIN, PAGE_HOST, SCHEME, START_PAGE } from './origin.ts';
import { answerPageRequest, pageFile, type PageSource } from './protocol.ts';

const outside = mkdtempSync(join(tmpdir(), 'branch-desk-page-'));
const source: PageSource = { folder: join(outside, 'renderer'), recoveryPage: () => '<h1>recovery</h1>' };

beforeAll(() => {
  mkdirSync(join(source.folder, 'assets'), { recursive: true });
  writeFileSync(join(source.folder, 'index.html'), '<div id="root"></div>');
  writeFileSync(join(source.folder, 'assets', 'index-B_x-9.js'), 'export {};');
  writeFileSync(join(source.folder, '.env.js'), 'secret');
  writeFileSync(join(outside, 'journal.json'), 'secret');
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

const get = (url: string, method = 'GET'): Promise<Response> => answerPageRequest({ url, method }, source);

describe('the origin that names the data folder', () => {
  test('never changes: another scheme or host would start every desk with an empty book', () => {
    expect([SCHEME, PAGE_HOST, ORIGIN, START_PAGE]).toEqual(['app', 'branch-desk', 'app://branch-desk', 'app://branch-desk/index.html']);
  });

  test('has storage and crypto, and no right to get round the content policy or to load extensions', () => {
    expect(customScheme).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    });
  });
});

describe('requests of the page', () => {
  test.each([
    ['app://branch-desk/', 'text/html; charset=utf-8', '<div id="root"></div>'],
    ['app://branch-desk/index.html', 'text/html; charset=utf-8', '<div id="root"></div>'],
    ['app://branch-desk/index.html?x=1#/orders', 'text/html; charset=utf-8', '<div id="root"></div>'],
    ['app://branch-desk/assets/index-B_x-9.js', 'text/javascript; charset=utf-8', 'export {};'],
    ['app://branch-desk/recovery', 'text/html; charset=utf-8', '<h1>recovery</h1>'],
  ])('%s is served with its type', async (url, type, body) => {
    const answer = await get(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('cache-control')).toBe(url.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    expect(await answer.text()).toBe(body);
  });

  test('a file that is not there is 404, and HEAD answers without a body', async () => {
    expect((await get('app://branch-desk/assets/absent.js')).status).toBe(404);
    const head = await get('app://branch-desk/index.html', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('%s is refused', async (method) => {
    expect((await get('app://branch-desk/index.html', method)).status).toBe(405);
  });
});

describe('hostile addresses', () => {
  test.each([
    // another scheme, host, port or user
    'http://branch-desk/index.html',
    'file:///etc/passwd',
    'app://evil/index.html',
    'app://branch-desk.evil/index.html',
    'app://branch-desk:8080/index.html',
    'app://user:word@branch-desk/index.html',
    'app:///index.html',
    'app:branch-desk/index.html',
    'not an address',
    '',
    // out of the folder, in every spelling
    'app://branch-desk/../journal.json',
    'app://branch-desk/assets/../../journal.json',
    'app://branch-desk/%2e%2e/journal.json',
    'app://branch-desk/%2e%2e%2fjournal.json',
    'app://branch-desk/..%2fjournal.json',
    'app://branch-desk/..%5cjournal.json',
    'app://branch-desk/..\\journal.json',
    'app://branch-desk/%252e%252e/journal.json',
    'app://branch-desk//etc/passwd.json',
    'app://branch-desk/assets//index-B_x-9.js',
    'app://branch-desk/C:/Windows/win.json',
    'app://branch-desk/%00index.html',
    'app://branch-desk/index.html%00.png',
    // hidden files, Windows aliases and devices
    'app://branch-desk/.env.js',
    'app://branch-desk/index.html.',
    'app://branch-desk/index.html%20',
    'app://branch-desk/index.html::$DATA',
    'app://branch-desk/con.js',
    'app://branch-desk/assets/NUL.js',
    'app://branch-desk/LPT1.js',
    // kinds of file the page does not have
    'app://branch-desk/main.cjs',
    'app://branch-desk/assets',
    'app://branch-desk/recovery/',
    'app://branch-desk/index.html/',
  ])('%j reads nothing', async (url) => {
    const answer = await get(url);
    expect([403, 404]).toContain(answer.status);
    expect(await answer.text()).toBe('');
  });

  test('whatever is put together from dots, slashes and escapes, the file lies below the page’s folder, on Windows too', () => {
    const pieces = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      ':',
      '~1',
      ' ',
      'C:',
      'nul',
      'assets',
      'a',
      '.js',
      '.html',
      '营',
    );
    let served = 0;
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), (path) => {
        const segments = pageFile(`app://branch-desk/${path.join('')}`);
        if (segments === null) return;
        served += 1;
        expect(posix.resolve('/page', ...segments)).toBe(`/page/${segments.join('/')}`);
        expect(win32.resolve('C:\\page', ...segments)).toBe(`C:\\page\\${segments.join('\\')}`);
      }),
      { numRuns: 5000 },
    );
    // Otherwise the law was proved over nothing.
    expect(served).toBeGreaterThan(50);
  });
});

describe('the content policy', () => {
  test('is the strict one, word for word, on every answer', async () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "connect-src 'self'; frame-src blob: 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'",
    );
    for (const url of ['app://branch-desk/', 'app://branch-desk/recovery', 'app://branch-desk/absent.js', 'app://evil/']) {
      const { headers } = await get(url);
      expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});
