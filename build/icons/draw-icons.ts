/**
 * `npx tsx build/icons/draw-icons.ts`: draws icon.svg as PNG in every size and packs icon.ico. Run by hand after changing the drawing;
 * the results are committed, so that no build needs a browser. CHROMIUM names the browser's program file.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { packIco } from './pack-ico.ts';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ICO_SIZES = new Set([16, 24, 32, 48, 64, 128, 256]);
const folder = fileURLToPath(new URL('.', import.meta.url));
const drawing = readFileSync(`${folder}icon.svg`, 'utf8');

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
mkdirSync(`${folder}png`, { recursive: true });
const images: { size: number; png: Uint8Array }[] = [];
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(`${folder}png/${size}x${size}.png`, png);
  images.push({ size, png });
  await page.close();
}
writeFileSync(`${folder}icon.ico`, packIco(images.filter(({ size }) => ICO_SIZES.has(size))));
await browser.close();
