import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
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
  // The page's own policy forbids fetching a blob; saving it is what a person could do too.
  const saving = page.waitForEvent('download');
  await page.evaluate((from) => {
    const link = document.createElement('a');
    link.href = from.replace(/#.*$/, '');
    link.download = 'paper.pdf';
    link.click();
  }, address);
  const file = await (await saving).path();
  await page.keyboard.press(then === 'print' ? 'Control+Enter' : 'Escape');
  await expect(dialog).toBeHidden();

  // For whoever wants to look at the papers too.
  const pictures = process.env['E2E_PICTURES'];
  if (pictures !== undefined) copyFileSync(file, join(pictures, `${address.replace(/#.*$/, '').slice(-8)}.pdf`));
  // In the order it was written, not as it lies: so a row stays a row, and what stands upright (the copies' names) stays together.
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
}

/** The paper's text without any white space: titles are spaced out, and the copies' names stand upright. */
export function unspaced(text: string): string {
  return text.replaceAll(/\s/g, '');
}
