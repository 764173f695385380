import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatFen, formatMilli } from '#shared/core/money.ts';
import type { PaperContent, PaperForm, PaperJob } from '#shared/papers/content.ts';
import { aDispatchNote, aJob, aReceipt, aSalesSlip, everyPaper } from '#shared/papers/paper.fixture.ts';
import { createPaperEngine, type PaperEngine } from './create-paper-engine.ts';

let engine: PaperEngine;
let folder = '';
let files = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papers-'));
  engine = createPaperEngine();
  await engine.warm();
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Printed {
  pages: number;
  missing: string[];
  file: string;
  bytes: number;
  /** Text of each page, laid out as on paper. */
  texts: string[];
}

async function print(content: PaperContent, changes: Partial<Omit<PaperJob, 'content'>> = {}): Promise<Printed> {
  const { pdf, pages, missing } = await engine.render(aJob(content, changes));
  files += 1;
  const file = join(folder, `${files}.pdf`);
  writeFileSync(file, pdf);
  const texts = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  return { pages, missing, file, bytes: pdf.length, texts };
}

/** One page as pixels. `bits` 1 is what a 24-pin printer gets. */
function pixels(file: string, dpi: number, bits: 1 | 24, page = 1): PNG {
  const target = `${file}-${dpi}-${bits}-${page}`;
  const range = ['-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync('pdftoppm', ['-r', String(dpi), '-png', ...(bits === 1 ? ['-mono'] : []), ...range, file, target]);
  return PNG.sync.read(readFileSync(`${target}.png`));
}

const number = '-?[\\d,]+(?:\\.\\d+)?';

test.each(['241x140', '241x93', 'a5', 'a4'] as const)(
  '500 lines on %s: every page carries the sum of its own lines, the last the grand total [DSP-02 PAY-03]',
  async (form) => {
    const content = aSalesSlip('zh-CN', { count: 500 });
    const { pages, texts } = await print(content, { form, copyMode: 'carbonless', mono: true });
    expect(texts).toHaveLength(pages);
    const seen: number[] = [];
    texts.forEach((text, index) => {
      // A line of goods: its index, its code, then quantity, price and amount.
      const indexes = [...text.matchAll(/^\s*(\d{1,3})\s+P-\d{5}\b/gm)].map((match) => Number(match[1]) - 1);
      seen.push(...indexes);
      const rows = indexes.map((at) => content.rows[at] ?? {});
      const quantity = rows.reduce((sum, row) => sum + Number(row['quantity']), 0);
      const amount = rows.reduce((sum, row) => sum + Number(row['amount']), 0);
      const subtotal = new RegExp(`本页小计\\s+(${number})\\s+(${number})`).exec(text);
      expect(subtotal?.slice(1, 3)).toEqual([formatMilli(quantity), formatFen(amount)]);
      expect(text).toContain(`第 ${index + 1} 页 共 ${pages} 页`);
      expect(text.includes('接下页')).toBe(index < pages - 1);
    });
    expect(seen).toEqual(content.rows.map((_, index) => index));
    const total = content.rows.reduce((sum, row) => sum + Number(row['amount']), 0);
    expect(texts.at(-1)).toMatch(new RegExp(`合计\\s+${number}\\s+${formatFen(total).replaceAll('.', '\\.')}`));
  },
);

const forms: Record<PaperContent['template'], readonly PaperForm[]> = {
  slip: ['a4', 'a5', '241x140', '241x93', '80mm'],
  receipt: ['a4', 'a5', '241x140', '241x93', '80mm'],
  contract: ['a4'],
  calibration: ['a4', 'a5', '241x140', '241x93', '80mm'],
};

test.each(['zh-CN', 'en'] as const)(
  'every paper fits every form in %s: no empty page, nothing over the edge, no missing character [CON-11 DSP-02]',
  async (language) => {
    for (const [name, content] of Object.entries(everyPaper(language))) {
      for (const form of forms[content.template]) {
        const { pages, texts, missing, file } = await print(content, { form });
        const label = `${name} ${form}`;
        expect(texts, label).toHaveLength(pages);
        for (const text of texts) expect(text.trim(), label).toContain(content.template === 'calibration' ? 'mm' : content.no);
        expect(missing, label).toEqual([]);
        // Ink at the very edge means that something runs off the paper.
        const image = pixels(file, 36, 24);
        expect(edgeIsBlank(image), label).toBe(true);
      }
    }
  },
  120_000,
);

function edgeIsBlank({ width, height, data }: PNG): boolean {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (x > 1 && y > 1 && x < width - 2 && y < height - 2) continue;
      if ((data[(y * width + x) * 4] ?? 255) < 200) return false;
    }
  }
  return true;
}

test('copies without prices show no price anywhere, the others all of them [DSP-02 G-29]', async () => {
  const content = aDispatchNote('zh-CN');
  const { texts, pages } = await print(content);
  expect(pages).toBe(5);
  const amounts = content.rows.flatMap((row) => [formatFen(Number(row['price'])), formatFen(Number(row['amount']))]);
  texts.forEach((text, index) => {
    if (index < 3) for (const amount of amounts) expect(text).toContain(amount);
    else {
      for (const amount of amounts) expect(text).not.toContain(amount);
      expect(text).not.toMatch(/单价|金额|大写/);
      expect(text).not.toMatch(/\d\.\d\d(?!\d)/);
    }
  });
  const roll = await print(content, { form: '80mm' });
  expect(roll.texts[4]).not.toMatch(/单价|金额|大写/);
});

test('each copy is labelled with its part; the second printing says so [DSP-02]', async () => {
  const { texts } = await print(aSalesSlip('en', { printing: 2 }));
  ['Part 1 (stub)', 'Part 2 (customer)', 'Part 3 (finance)'].forEach((label, index) => {
    expect(texts[index]?.replaceAll(/\s/g, '')).toContain(label.replaceAll(' ', ''));
    expect(texts[index]).toContain('Reprint no. 2');
  });
  const chinese = await print(aSalesSlip('zh-CN', { printing: 3 }));
  expect(chinese.texts[0]).toContain('补打 第3次打印');
  const first = await print(aSalesSlip('zh-CN'));
  expect(first.texts[0]).not.toContain('补打');
});

test('a negative slip is a red-letter slip and says so in black print too', async () => {
  const { texts } = await print(aSalesSlip('zh-CN', { red: true, count: 2 }), { form: '241x140', mono: true });
  expect(texts[0]?.replaceAll(' ', '')).toContain('销售退货单（红字）');
});

test('names with rare characters print; what no font has becomes 〓 and is reported', async () => {
  const receipt = aReceipt('zh-CN');
  const payer = { ...receipt.payer, value: '㙓䶮喆堃镕𬭊龘 №① 𠮷野家☑' };
  const { texts, missing } = await print({ ...receipt, payer });
  expect(missing).toEqual(['𠮷', '☑']);
  expect(texts[0]).toContain('㙓䶮喆堃镕𬭊龘 №① 〓野家〓');
});

test('the same fonts serve document after document without mixing up their text', async () => {
  const receipt = aReceipt('zh-CN');
  for (const value of ['⼀张', '一张', '⼀张']) {
    const { texts } = await print({ ...receipt, payer: { ...receipt.payer, value } });
    expect(texts[0]?.normalize('NFKC')).toContain('一张');
  }
});

test.each([
  ['sales slip', aSalesSlip('zh-CN'), '241x140'],
  ['sales slip', aSalesSlip('zh-CN'), '241x93'],
  ['receipt', aReceipt('zh-CN'), '241x93'],
  ['long code', { ...aReceipt('zh-CN'), code: 'https://example.com/d/01JD8Z3V7Q5W9X2Y4A6B8C0D1E' }, '241x140'],
  ['80 mm slip', aSalesSlip('zh-CN'), '80mm'],
] as const)('the QR code of a %s can be read from a 24-pin print (180 dpi, 1 bit) on %#', async (_name, content, form) => {
  const { file } = await print(content, { form, copyMode: 'carbonless', mono: true });
  const image = pixels(file, 180, 1);
  const found = jsQR(new Uint8ClampedArray(image.data), image.width, image.height);
  expect(found?.data).toBe(content.code);
});

test.each(['241x140', '241x93', 'a5'] as const)('the bar code on %s can be read from a 24-pin print (180 dpi, 1 bit)', async (form) => {
  const content = aSalesSlip('zh-CN', { code: '' });
  const { file } = await print(content, { form, copyMode: 'carbonless', mono: true });
  const target = `${file}-bars`;
  execFileSync('pdftoppm', ['-r', '180', '-mono', '-png', '-singlefile', file, target]);
  const read = execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Scode128.enable', `${target}.png`], { encoding: 'utf8' });
  expect(read.trim()).toBe(content.no);
});

test.each(['zh-CN', 'en'] as const)('paper for a dot-matrix printer has no colour on it (%s)', async (language) => {
  for (const [name, content] of Object.entries(everyPaper(language))) {
    const form = content.template === 'contract' ? 'a4' : '241x140';
    const red = content.template === 'slip' ? { ...content, red: true, printing: 2 } : content;
    const { file } = await print({ ...red, stamp: content.stamp || '作废' }, { form, mono: true, copyMode: 'carbonless' });
    const { data } = pixels(file, 72, 24);
    let coloured = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) coloured += 1;
    expect(coloured, name).toBe(0);
  }
});

test('calibration moves and scales the whole page: bounding box of the ink follows', async () => {
  const content = everyPaper('zh-CN')['calibration'];
  if (!content) throw new Error('no calibration page');
  const plain = inkBox(pixels((await print(content, { form: 'a5' })).file, 72, 24));
  const moved = inkBox(pixels((await print(content, { form: 'a5', offset: { x: 5, y: 3 } })).file, 72, 24));
  expect(Math.abs(moved.left - plain.left - 14.17)).toBeLessThanOrEqual(1.5);
  expect(Math.abs(moved.top - plain.top - 8.5)).toBeLessThanOrEqual(1.5);
  const small = inkBox(pixels((await print(content, { form: 'a5', scale: 950 })).file, 72, 24));
  expect(Math.abs(small.right / plain.right - 0.95)).toBeLessThanOrEqual(0.006);
});

function inkBox({ width, height, data }: PNG): { left: number; top: number; right: number } {
  let left = width;
  let top = height;
  let right = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[(y * width + x) * 4] ?? 255) > 128) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
    }
  }
  return { left, top, right };
}

test('a contract keeps its signatures off a page of their own, whatever its length [CON-11]', async () => {
  const sample = everyPaper('zh-CN')['contract'];
  if (sample?.template !== 'contract') throw new Error('no contract');
  for (let extra = 0; extra < 14; extra += 1) {
    const more = Array.from({ length: extra }, (_, index) => ({
      heading: `补充条款 ${index + 1}`,
      paragraphs: ['双方另行约定的事项以书面补充协议为准。'],
    }));
    const { texts, pages } = await print({ ...sample, clauses: [...sample.clauses, ...more] }, { form: 'a4' });
    const last = texts.at(-1) ?? '';
    expect(last).toContain('以下无正文');
    expect(last).toContain('开户银行');
    expect(last.split('以下无正文')[0]?.replaceAll(/\s/g, '').length).toBeGreaterThan(40);
    texts.forEach((text, index) => expect(text.replaceAll(' ', '')).toContain(`第${index + 1}页共${pages}页`));
  }
});

test('a paper that cannot be made is refused, and the next one prints', async () => {
  const contract = everyPaper('zh-CN')['contract'];
  if (!contract) throw new Error('no contract');
  await expect(engine.render(aJob(contract, { form: '80mm' }))).rejects.toMatchObject({ name: 'HostFailure', code: 'render-failed' });
  expect((await print(aReceipt('zh-CN'))).pages).toBe(3);
});

test('a worker that dies takes only its own job with it', async () => {
  const broken = join(folder, 'broken.cjs');
  writeFileSync(broken, "require('node:worker_threads').parentPort.on('message', () => process.exit(1))");
  const fragile = createPaperEngine({ workerFile: broken });
  await expect(fragile.render(aJob(aReceipt('zh-CN')))).rejects.toMatchObject({ code: 'render-failed' });
  await expect(fragile.render(aJob(aReceipt('zh-CN')))).rejects.toMatchObject({ code: 'render-failed' });
  await fragile.close();
});

test('an idle worker ends and the next paper starts another', async () => {
  const resting = createPaperEngine({ idle: 1 });
  await resting.warm();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await resting.render(aJob(aReceipt('en')))).pages).toBe(3);
  await resting.close();
});

test('a delivery note of ten lines stays under 80 KB with its fonts embedded', async () => {
  const { bytes, file } = await print(aDispatchNote('zh-CN', { count: 10 }), { form: '241x140', copyMode: 'carbonless' });
  expect(bytes).toBeLessThan(80 * 1024);
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).split('\n').slice(2).filter(Boolean);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/TrueType.*yes\s+yes\s+yes/);
});
