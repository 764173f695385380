import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** Ctrl+P on a document's page, then the text of its paper. */
export async function printPaper(page: Page): Promise<string> {
  // Right after a change of page the key may come before the page listens for it.
  await expect(async () => {
    await page.keyboard.press('Control+p');
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return readPaper(page);
}

/** The text of the paper in the open print preview: of the very PDF that would be printed. Then closes the preview, or prints with the keyboard. */
export async function readPaper(page: Page, then: 'close' | 'print' = 'close'): Promise<string> {
  const dialog = page.getByRole('dialog');
  const frame = dialog.locator('iframe');
  await expect(frame).toHaveAttribute('src', /^blob:/, { timeout: 30_000 });
  const address = (await frame.getAttribute('src')) ?? '';
  const bytes = await page.evaluate(async (from) => {
    const answer = await fetch(from.replace(/#.*$/, ''));
    return [...new Uint8Array(await answer.arrayBuffer())];
  }, address);
  await page.keyboard.press(then === 'print' ? 'Control+Enter' : 'Escape');
  await expect(dialog).toBeHidden();

  const folder = mkdtempSync(join(tmpdir(), 'branch-desk-paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, Uint8Array.from(bytes));
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
