import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { root } from '#build/build-all.ts';
import { demoPin } from '#shared/demo/company.ts';

/** A source of this folder as one script. */
export async function scriptOf(source: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`tests/bench/app/${source}`],
    bundle: true,
    format: 'iife',
    target: 'chrome120',
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

export async function withTools(page: Page): Promise<void> {
  await page.addInitScript({ content: await scriptOf('tools/main.ts') });
}

export interface SignedIn {
  /** Milliseconds from the first request until people may be picked. */
  asked: number;
  /** Milliseconds from the last digit of the PIN until the home is whole; with the host's check of the PIN. */
  home: number;
}

/** From the page's address to the home of a person. */
export async function signIn(page: Page, name: string): Promise<SignedIn> {
  const asked = await page.evaluate(() => window.tools.whenAsked());
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.keyboard.type(demoPin);
  const before = await page.evaluate(() => window.tools.now());
  await page.keyboard.press('Enter');
  return { asked, home: (await page.evaluate(() => window.tools.whenShown())) - before };
}
