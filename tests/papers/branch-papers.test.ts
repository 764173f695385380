/** What the branch's papers say, read back from the PDFs: from demonstration documents through the layout to the page. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contextFor, demoBook, examples } from '#build/scripts/paper-examples.ts';
import { createPaperEngine, type PaperEngine } from '#electron/host/papers/create-paper-engine.ts';
import { formatFen } from '#shared/core/money.ts';
import { amountInChinese } from '#shared/core/words-zh.ts';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { blankCompany } from '#shared/modules/company/module.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { order } from '#shared/modules/order/module.ts';
import { paperKinds, printingOf } from '#shared/modules/paper-registry.ts';
import { receipt } from '#shared/modules/receipt/module.ts';
import type { PaperForm, PaperJob } from '#shared/papers/content.ts';
import { layOutPaper } from '#shared/papers/lay-out-paper.ts';
import type { Measure } from '#shared/papers/measure.ts';

let engine: PaperEngine;
let book: MemoryBook;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'branch-papers-'));
  engine = createPaperEngine();
  await engine.warm();
  book = await demoBook();
}, 120_000);

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

function find(kind: string, fits: (record: AnyRecord) => boolean): AnyRecord {
  const found = book.records().find((record) => record.kind === kind && fits(record));
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

async function contentOf(paper: string, record: AnyRecord, language: 'zh-CN' | 'en' = 'zh-CN', printing = 1) {
  const kind = paperKinds.find(({ id }) => id === paper);
  if (!kind) throw new Error(paper);
  return { kind, content: await kind.make(book, record, { ...contextFor(book, language), printing }) };
}

/** Text of each page without its spaces. */
async function textsOf(
  paper: string,
  record: AnyRecord,
  options: { form?: PaperForm; copyMode?: PaperJob['copyMode']; language?: 'zh-CN' | 'en'; printing?: number } = {},
): Promise<string[]> {
  const { kind, content } = await contentOf(paper, record, options.language, options.printing);
  const form = options.form ?? kind.form;
  const job: PaperJob = { content, form, copyMode: options.copyMode ?? 'plain', mono: false, offset: { x: 0, y: 0 }, scale: 1000 };
  const { pdf, missing } = await engine.render(job);
  expect(missing).toEqual([]);
  const file = join(folder, `${paper}.pdf`);
  writeFileSync(file, pdf);
  const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  return pages.map((page) => page.replaceAll(/\s/g, ''));
}

/** Hanzi one em, the rest 0.56: close enough to the real font for a layout. */
const measure: Measure = (text) => [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.56), 0);

test.each(['zh-CN', 'en'] as const)(
  'every paper fits every form it is offered on, 60 lines too, and leaves no place unfilled (%s) [DSP-02 CON-11]',
  async (language) => {
    const made = await examples(book, language);
    expect(new Set(made.flatMap(({ kind }) => (kind ? [kind.id] : [])))).toEqual(new Set(paperKinds.map(({ id }) => id)));
    for (const { name, kind, content } of made) {
      for (const form of kind?.forms ?? []) {
        for (const copyMode of ['plain', 'carbonless'] as const) {
          const job: PaperJob = { content, form, copyMode, mono: copyMode === 'carbonless', offset: { x: 0, y: 0 }, scale: 1000 };
          const sheets = layOutPaper(job, measure);
          expect(sheets.length, `${name} ${form}`).toBeGreaterThan(0);
          for (const { marks, width } of sheets) {
            const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
            const all = texts.map(({ text }) => text).join(' ');
            expect(all, `${name} ${form}`).not.toMatch(/\{\{|undefined|NaN|null/);
            for (const mark of texts) expect(mark.x + measure(mark.text, mark.face, mark.bold) * mark.size).toBeLessThanOrEqual(width - 6);
          }
        }
      }
    }
  },
  120_000,
);

describe('the three-part sales slip', () => {
  test.each([
    ['carry', ['客户联', '收银联', '业务联']],
    ['shortage', ['客户联', '收银联', '配货中心联']],
    ['account', ['客户联', '财务联', '配货中心联']],
  ] as const)('class %s goes to %s [SHP-02 S8.27 S8.28 S8.42]', async (kind, parts) => {
    const pages = await textsOf(
      'sales-slip',
      find('order', ({ body, status }) => body.class === kind && status === 'closed'),
      { form: '80mm' },
    );
    expect(pages).toHaveLength(3);
    parts.forEach((part, index) => expect(pages[index]).toContain(`联（${part}）`));
  });

  test('says what is due, paid and owed, in figures and in words, and 已付款 once it is stamped [PAY-03]', async () => {
    const paid = find(
      'order',
      (row) => row.status === 'closed' && row.body.class === 'carry' && row.events.some(({ type }) => type === 'stamped'),
    );
    const [page = ''] = await textsOf('sales-slip', paid);
    const { total } = order.read(paid).body;
    expect(page).toContain(amountInChinese(total));
    expect(page).toContain(`应收：${formatFen(total)}`);
    expect(page).toContain('欠款：0.00');
    const { content } = await contentOf('sales-slip', paid);
    expect(content.stamp).toBe('已付款');
    const owed = find(
      'order',
      (row) => row.status === 'closed' && row.body.class === 'account' && book.kept().has(`receivable/${row.party}/${row.id}`),
    );
    const [open = ''] = await textsOf('sales-slip', owed, { form: 'a4' });
    expect(open).not.toContain('欠款：0.00');
    expect(open).toContain('客户签字');
  });

  test('a second printing says so and counts only this paper’s printings [DSP-02]', async () => {
    const printed = find('order', (row) => printingOf(row, 'sales-slip') > 1);
    const printing = printingOf(printed, 'sales-slip');
    const [page = ''] = await textsOf('sales-slip', printed, { printing });
    expect(page).toContain(`补打第${printing}次打印`);
    expect(printingOf({ ...printed, events: [] }, 'sales-slip')).toBe(1);
    expect(printingOf(printed, 'document-guide')).toBe(1);
  });
});

describe('receipts', () => {
  test('say who paid, for which order, by what, in words and figures [PAY-02]', async () => {
    const paid = find('receipt', ({ body }) => body.type === 'payment' && body.method === 'cash' && Number(body.change) > 0);
    const { body } = receipt.read(paid);
    const [page = ''] = await textsOf('receipt', paid, { form: '241x93' });
    expect(page).toContain('收款收据');
    expect(page).toContain(amountInChinese(body.amount));
    expect(page).toContain(`￥${formatFen(body.amount)}`);
    expect(page).toContain(`找￥${formatFen(body.change)}`);
    expect(page).toContain(body.parts[0]?.no ?? '-');
    const english = await textsOf('receipt', paid, { form: '241x93', language: 'en' });
    expect(english[0]).toContain('YuanOnly'.slice(0, 4));
    expect(english).toHaveLength(3);
  });

  test('a deposit is 定金 or 订金 as the office wrote it, each with its own note [PAY-02 G-25]', async () => {
    const deposit = find('receipt', ({ body }) => body.type === 'deposit');
    const earnest = { ...deposit, body: { ...deposit.body, reason: '设备定金', remarks: '' } };
    const plain = { ...deposit, body: { ...deposit.body, reason: '订金', remarks: '' } };
    const [first = ''] = await textsOf('deposit-receipt', earnest);
    expect(first).toContain('定金收据');
    expect(first).toContain('双倍返还');
    const [second = ''] = await textsOf('deposit-receipt', plain);
    expect(second).toContain('订金收据');
    expect(second).toContain('不适用定金罚则');
  });

  test('a red receipt is negative, says 红字 and which one it takes back; that one is stamped 已冲红', async () => {
    const red = find('receipt', ({ body }) => body.type === 'red');
    const [page = ''] = await textsOf('refund-receipt', red);
    const wrong = await book.get(String(red.body.reverses));
    expect(page).toContain('（红字）');
    expect(page).toContain(`冲销${wrong?.no}`);
    expect(page).toContain(amountInChinese(Number(red.body.amount)));
    if (!wrong) throw new Error('the reversed receipt is gone');
    expect((await contentOf('receipt', wrong)).content.stamp).toBe('已冲红');
  });
});

describe('dispatch papers', () => {
  test('the note shows prices to file, customer and finance, none to warehouse and gate [DSP-02]', async () => {
    const sent = find('dispatch', ({ status, body }) => status === 'booked' && (body.lines as unknown[]).length < 8);
    const pages = await textsOf('dispatch-note', sent);
    expect(pages).toHaveLength(5);
    const { lines } = dispatch.read(sent).body;
    pages.forEach((page, index) => {
      for (const { value } of lines) if (value > 10_000) expect(page.includes(formatFen(value)), `part ${index + 1}`).toBe(index < 3);
      expect(page.includes('单价')).toBe(index < 3);
      expect(page).toContain('签批：');
    });
  });

  test('is marked 未放行 until the manager has released it [DSP-01 G-29]', async () => {
    const drafted = find('dispatch', ({ status }) => status === 'drafted');
    expect((await contentOf('dispatch-note', drafted)).content.stamp).toBe('未放行');
    expect((await textsOf('dispatch-note', drafted))[0]).toContain('未签批');
    const released = find('dispatch', ({ status }) => status === 'released');
    expect((await contentOf('dispatch-note', released)).content.stamp).toBe('');
  });

  test('the gate pass names load, plate and note, and no price [DSP-03]', async () => {
    const pass = find('gatepass', ({ status }) => status === 'registered');
    const [page = ''] = await textsOf('gate-pass', pass, { form: 'a4' });
    for (const said of [pass.body.vehicle, pass.body.dispatchNo, `件数：${String(pass.body.packages)}`, '放行时间'])
      expect(page.replaceAll(/[·・]/g, '')).toContain(String(said).replaceAll(/[·・]/g, ''));
    // Kilowatts have two decimals too.
    expect(page).not.toMatch(/\d\.\d\d(?![\dk])/);
  });

  test('stock-out, inbound and pick-up slips carry the numbers they hang on [STK-08 STK-02 STK-04]', async () => {
    const out = find('stockout', () => true);
    expect((await textsOf('stock-out-slip', out, { form: 'a4' }))[0]).toContain(String(out.body.dispatchNo));
    const finished = find('inbound', ({ body }) => body.type === 'finished');
    expect((await textsOf('inbound-slip', finished, { form: 'a4' }))[0]).toContain(`合格证号：${String(finished.body.certificateNo)}`);
    const fetched = find('pickup', ({ status }) => status === 'closed');
    const [page = ''] = await textsOf('pick-up-slip', fetched);
    expect(page).toContain(`销售单号：${String(fetched.body.orderNo)}`);
    expect(page).toContain(String(fetched.body.customerName));
  });
});

test('the contract holds the order’s goods, its sum in words, the deposit and twelve clauses [CON-11]', async () => {
  const earnest = find('receipt', ({ body, status }) => body.type === 'deposit' && status !== 'reversed');
  const sale = await book.get(earnest.source);
  if (!sale) throw new Error('no order');
  const text = (await textsOf('sales-contract', sale)).join('');
  expect(text).toContain(amountInChinese(sale.amount));
  expect(text).toContain(amountInChinese(Number(earnest.body.amount)));
  for (const clause of ['一、产品名称', '六、验收与异议期限', '十二、份数']) expect(text).toContain(clause);
  expect(text).toContain('以下无正文');
  const english = (await textsOf('sales-contract', sale, { language: 'en' })).join('');
  expect(english).toContain('ContractofSale');
});

test('the contract signs for the seller with legal representative, bank, account and tax number; a branch that said nothing leaves the lines empty [CON-11]', async () => {
  const sale = find('order', ({ no, status }) => no !== '' && status === 'closed');
  const { address, ...details } = contextFor(book, 'zh-CN').details;
  const said = (label: string, value: string): string => `${label}：${value.replaceAll(' ', '')}`;
  for (const language of ['zh-CN', 'en'] as const) {
    const text = (await textsOf('sales-contract', sale, { language })).join('');
    for (const value of Object.values(details)) expect(text, language).toContain(value.replaceAll(' ', ''));
  }
  const text = (await textsOf('sales-contract', sale)).join('');
  for (const [label, value] of [
    ['法定代表人', details.legal],
    ['开户银行', details.bank],
    ['账号', details.account],
    ['税号', details.tax],
    // It runs over two lines.
    ['住所', address.slice(0, 12)],
    ['电话', details.phone],
  ] as const)
    expect(text).toContain(said(label, value));
  const kind = paperKinds.find(({ id }) => id === 'sales-contract');
  const blank = await kind?.make(book, sale, { ...contextFor(book, 'zh-CN'), details: blankCompany, printing: 1 });
  const lines = blank?.template === 'contract' ? (blank.signatories[1]?.lines ?? []) : [];
  expect(Object.fromEntries(lines.map(({ label, value }) => [label, value]))).toMatchObject({
    开户银行: '',
    账号: '',
    税号: '',
    法定代表人: '',
  });
});

test('a statement with something owed says where to pay [CRM-05 PAY-04]', async () => {
  const owing = find('statement', ({ body }) => Number(body.closing) > 0);
  const text = (await textsOf('account-statement', owing)).join('');
  const { details } = contextFor(book, 'zh-CN');
  expect(text).toContain(`请付至：${details.name}，${details.bank}，账号${details.account.replaceAll(' ', '')}`);
});

test('the till slip says when to the second [SHP-02]', async () => {
  const sale = find('order', ({ body, status }) => body.class === 'carry' && status === 'closed');
  expect((await textsOf('till-slip', sale, { form: '80mm' })).join('')).toContain('2026-11-2414:40:00');
});

test('the document guide lists what lies in the envelope [ORD-10]', async () => {
  const deposit = find('receipt', ({ body }) => body.type === 'deposit');
  const sale = await book.get(deposit.source);
  if (!sale) throw new Error('no order');
  const [page = ''] = await textsOf('document-guide', sale);
  for (const no of [sale.no, deposit.no]) expect(page).toContain(no);
});

test('a return slip is red, negative, and names the slip it is against [ORD-09]', async () => {
  const back = find('return', ({ status }) => status === 'received');
  const [page = ''] = await textsOf('return-slip', back);
  expect(page).toContain('（红字）');
  expect(page).toContain(`原销售单：${String(back.body.orderNo)}`);
  expect(page).toContain(`-${formatFen(Number(back.body.total))}`);
});
