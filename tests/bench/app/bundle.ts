/** What the browser fetches, compressed as a server would: up to the first paint, which is the page alone, and up to what needs the store. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { BenchDesk } from '../program/open-desk.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf } from '../report/spread.ts';
import { signIn, withTools } from './sign-in.ts';

/** @param folder the built page's */
export async function measureBundle(desk: BenchDesk, folder: string): Promise<Measured[]> {
  const salesperson = await loaded(desk, folder, '王芳', false);
  const manager = await loaded(desk, folder, '沈国良', true);
  const goals: Measured['goals'] = [{ bound: 'atMost', value: 350 }];
  return [
    sized('JavaScript of the page until the first paint', salesperson.painted, goals),
    sized('JavaScript until people may be picked, the store’s worker and what is fetched ahead with it', salesperson.first),
    sized('JavaScript until the salesperson’s home', salesperson.all),
    sized('JavaScript until the manager’s home, with its charts', manager.all),
  ];
}

async function loaded(
  desk: BenchDesk,
  folder: string,
  name: string,
  chart: boolean,
): Promise<{ painted: Sizes; first: Sizes; all: Sizes }> {
  const files = new Set<string>();
  const page = await desk.openProgram(async (page: Page) => {
    await withTools(page);
    page.context().on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.js')) files.add(pathname);
    });
  });
  await page.evaluate(() => window.tools.whenAsked());
  const first = sizesOf(folder, files);
  const painted = sizesOf(folder, await fetchedBeforePaint(page));
  await signIn(page, name);
  await page.evaluate((chart) => window.tools.whenShown('', chart), chart);
  return { painted, first, all: sizesOf(folder, files) };
}

/** Scripts of the page's own thread that had been asked for when the browser painted something for the first time: the store's worker begins beside them, and nothing waits for it. */
async function fetchedBeforePaint(page: Page): Promise<Set<string>> {
  const names = await page.evaluate(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    return performance.getEntriesByType('resource').flatMap(({ name, startTime }) => (startTime <= paint ? [name] : []));
  });
  return new Set(names.map((name) => new URL(name).pathname).filter((path) => path.endsWith('.js') && !path.includes('-worker-')));
}

interface Sizes {
  brotli: number;
  gzip: number;
  files: number;
}

function sizesOf(folder: string, files: ReadonlySet<string>): Sizes {
  const sizes = { brotli: 0, gzip: 0, files: files.size };
  for (const file of files) {
    const content = readFileSync(join(folder, file));
    sizes.gzip += gzipSync(content, { level: 9 }).length / 1_000;
    sizes.brotli += brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length / 1_000;
  }
  return sizes;
}

function sized(work: string, { brotli, gzip, files }: Sizes, goals: Measured['goals'] = []): Measured {
  const beside = [{ name: 'with gzip', spread: spreadOf([gzip]) }];
  return { work, note: `${files} files, brotli`, unit: 'KB', ours: spreadOf([brotli]), beside, goals };
}
