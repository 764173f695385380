import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDispatchNote, aJob, aReceipt, everyPaper } from '#shared/papers/paper.fixture.ts';
import { createPaperEngine, type PaperEngine } from './create-paper-engine.ts';

let engine: PaperEngine;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drawn-'));
  engine = createPaperEngine();
  await engine.warm();
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is written on the pages, in PDF's own words. */
function operators(pdf: Uint8Array): string[] {
  const streams = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\bstream\n(x[^]*?)\nendstream/g);
  const written = Array.from(streams, ([, stream = '']) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'));
  return written.filter((content) => content.includes(' Tf'));
}

test('forty papers asked for at once come out each as its own, in their order, and one that fails takes only itself', async () => {
  const notes = Array.from({ length: 40 }, (_, at) => aDispatchNote('zh-CN', { no: `FH-${at}`, code: `FH-${at}` }));
  const contract = everyPaper('zh-CN')['contract'];
  if (!contract) throw new Error('no contract');
  const order: string[] = [];
  const follow = async <T>(name: string, made: Promise<T>): Promise<T> => made.finally(() => order.push(name));
  const all = notes.map((content) => follow(content.no, engine.render(aJob(content, { copyMode: 'carbonless' }))));
  const failing = follow('contract', engine.render(aJob(contract, { form: '80mm' })));
  const last = follow('last', engine.render(aJob(aReceipt('zh-CN'))));
  await expect(failing).rejects.toMatchObject({ code: 'render-failed' });
  expect((await last).pages).toBe(3);
  const made = await Promise.all(all);
  expect(order).toEqual([...notes.map(({ no }) => no), 'contract', 'last']);
  for (const at of [0, 17, 39]) {
    const file = join(folder, `${at}.pdf`);
    writeFileSync(file, made[at]?.pdf ?? new Uint8Array());
    expect(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })).toMatch(new RegExp(`No\\.\\s+FH-${at}\\n`));
  }
}, 60_000);

test('the same paper is the same page whether it is the first of a worker or follows others', async () => {
  const fresh = createPaperEngine();
  const job = aJob(aDispatchNote('en'), { form: '241x140' });
  const first = operators((await fresh.render(job)).pdf);
  await fresh.close();
  await engine.render(aJob(aReceipt('en')));
  expect(operators((await engine.render(job)).pdf)).toEqual(first);
});

test('a smaller print has the same lines as thick as before: a 24-pin printer draws none thinner than 0.75 pt', async () => {
  const job = aJob(aReceipt('zh-CN'), { form: '241x140', copyMode: 'carbonless', mono: true });
  for (const scale of [1000, 900]) {
    const [page = ''] = operators((await engine.render({ ...job, scale })).pdf);
    const widths = [...page.matchAll(/^([\d.]+) w$/gm)].map((match) => (Number(match[1]) * scale) / 1000);
    expect(widths.length).toBeGreaterThan(0);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(0.75 - 1e-6);
  }
});

test('what is the same on two parts is written the same: only the label and the prices differ', async () => {
  const { pdf } = await engine.render(aJob(aDispatchNote('zh-CN', { stamp: '未放行' })));
  const pages = operators(pdf);
  expect(pages).toHaveLength(5);
  const lines = (page: string | undefined): Set<string> => new Set(page?.split('\n'));
  const [first, second] = [lines(pages[0]), lines(pages[1])];
  expect([...second].filter((line) => !first.has(line)).length).toBeLessThan(second.size / 10);
  // The stamp is pale on each of them, and what follows is not.
  for (const page of pages) expect(page.match(/^\/Gs\d+ gs$/gm)).toHaveLength(2);
});

test('accents that stand over a letter of their own keep their height and take no room', async () => {
  const receipt = aReceipt('en');
  const { pdf } = await engine.render(aJob({ ...receipt, payer: { ...receipt.payer, value: 'Zhoux\u0301 Li' } }));
  const file = join(folder, 'accent.pdf');
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC');
  expect(text).toContain('Zhoux\u0301 Li');
});
