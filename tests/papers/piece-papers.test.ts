/** Papers of goods whose pieces have numbers: every number stands on them, however many there are. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contextFor } from '#build/scripts/paper-examples.ts';
import { createPaperEngine, type PaperEngine } from '#electron/host/papers/create-paper-engine.ts';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { anOrder, keeper, manager, seller, value } from '#shared/modules/branch.fixture.ts';
import { issueStock, releaseDispatch, writeDispatch } from '#shared/modules/dispatch/rules.ts';
import { issueGatepass } from '#shared/modules/gatepass/rules.ts';
import { takeOrder } from '#shared/modules/order/rules.ts';
import { reviewOrder } from '#shared/modules/order/steps.ts';
import { paperKinds } from '#shared/modules/paper-registry.ts';
import { aPieceShop, received, sold } from '#shared/modules/product/pieces.fixture.ts';
import type { PaperForm } from '#shared/papers/content.ts';

let engine: PaperEngine;
const folder = process.env.PAPERS_OUT ?? mkdtempSync(join(tmpdir(), 'branch-piece-papers-'));

beforeAll(async () => {
  engine = createPaperEngine();
  await engine.warm();
}, 120_000);

afterAll(async () => {
  await engine.close();
  if (!process.env.PAPERS_OUT) rmSync(folder, { recursive: true, force: true });
});

async function textOf(book: MemoryBook, paper: string, id: string, language: 'zh-CN' | 'en', form?: PaperForm): Promise<string> {
  const kind = paperKinds.find((one) => one.id === paper);
  const record = await book.get(id);
  if (!kind || !record) throw new Error(paper);
  const content = await kind.make(book, record, { ...contextFor(book, language), printing: 1 });
  const used = form ?? kind.form;
  const { pdf } = await engine.render({ content, form: used, copyMode: 'plain', mono: false, offset: { x: 0, y: 0 }, scale: 1000 });
  const file = join(folder, `${paper}-${used}-${language}.pdf`);
  writeFileSync(file, pdf);
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
}

const many = Array.from({ length: 30 }, (_, index) => `SN2611${String(index + 1).padStart(6, '0')}`);

/** A delivery of that many phones that is out of the store, with its gate pass. */
async function aDelivery(book: MemoryBook, serials: readonly string[]) {
  const quantity = serials.length * 1000;
  const input = anOrder('delivery', [{ product: 'phone', quantity, price: 5000 }]);
  const order = value(await book.run(seller, takeOrder(input))).answer.order;
  value(await book.run(manager, reviewOrder(order, { legality: true, accuracy: true, completeness: true })));
  const to = { consignee: '李敏', phone: '', address: '杭州', carrier: '', vehicle: '浙A12345', driver: '', expected: '', notes: '' };
  const lines = [{ line: 0, quantity }];
  const { dispatch } = value(await book.run(seller, writeDispatch({ order, lines, delivery: { type: 'delivery', ...to } }))).answer;
  value(await book.run(manager, releaseDispatch(dispatch)));
  const { stockout } = value(await book.run(keeper, issueStock(dispatch, [{ line: 0, quantity, serials }]))).answer;
  const pass = await book.run(keeper, issueGatepass(dispatch, { vehicle: '浙A12345', driver: '', packages: 1, goods: '' }));
  return { order, dispatch, stockout, gatepass: value(pass).answer.gatepass };
}

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  test('the numbers stand on the inbound slip, the dispatch note, the stock-out slip and the gate pass [STK-02 STK-08 DSP-01 DSP-03]', async () => {
    const book = await aPieceShop();
    const inbound = await received(book, 'phone', many);
    const { dispatch, stockout, gatepass } = await aDelivery(book, many.slice(0, 3));
    expect(await textOf(book, 'inbound-slip', inbound, language)).toContain(many[0]);
    for (const [paper, id] of [
      ['dispatch-note', dispatch],
      ['stock-out-slip', stockout],
      ['gate-pass', gatepass],
    ] as const) {
      const text = await textOf(book, paper, id, language);
      for (const serial of many.slice(0, 3)) expect(text).toContain(serial);
      expect(text).not.toContain(many[3]);
    }
  });

  test('thirty of them go on to the next page, none is lost [STK-08 DSP-02]', async () => {
    const book = await aPieceShop();
    await received(book, 'phone', many);
    const { stockout } = await aDelivery(book, many);
    for (const form of ['241x140', '241x93', 'a4'] as const) {
      const text = await textOf(book, 'stock-out-slip', stockout, language, form);
      expect(many.filter((serial) => !text.includes(serial))).toEqual([]);
    }
  });

  test('the customer’s slip names the piece he took [SHP-02 PAY-03]', async () => {
    const book = await aPieceShop();
    await received(book, 'phone', ['SN-A1', 'SN-B2']);
    const id = await sold(book, 'carry', 1, ['SN-B2']);
    for (const paper of ['sales-slip', 'till-slip']) {
      const text = await textOf(book, paper, id, language);
      expect(text).toContain('SN-B2');
      expect(text).not.toContain('SN-A1');
    }
  });
});
