/**
 * What the book costs in a real Chromium, over a host in memory: `npx tsx tests/bench/book.ts [documents]`. Prints figures, asserts nothing:
 * they depend on the machine; compare two runs on the same one.
 */
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { contentSecurityPolicy } from '#electron/page/content-security.ts';
import { processorTimeOf } from './processor-time.ts';
import { bundlePage } from '../support/bundle-page.ts';
import { findBrowser } from '#build/find-browser.ts';

const count = Number(process.argv[2] ?? 20_000);
const folder = await mkdtemp(join(tmpdir(), 'branch-desk-bench-'));
await bundlePage(fileURLToPath(new URL('page', import.meta.url)), join(folder, 'page'));
const server = createServer((request, response) => {
  const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
  readFile(join(folder, 'page', name))
    .then((content) => {
      response.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'text/html');
      response.setHeader('content-security-policy', contentSecurityPolicy);
      return response.end(content);
    })
    .catch(() => response.writeHead(404).end());
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--enable-precise-memory-info'],
});
try {
  const page = await browser.newPage();
  page.on('pageerror', (problem) => console.error(problem));
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  await page.exposeFunction('processorTime', () => processorTimeOf(folder));
  await page.goto(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
  console.table(await page.evaluate((documents) => window.runBench(documents), count));
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
}
