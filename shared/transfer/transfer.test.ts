import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { aMemoryBook, aPerson } from '#shared/documents/memory-book.fixture.ts';
import { undoImport } from '#shared/modules/import/rules.ts';
import { decodeText } from './decode-text.ts';
import { safeTable, safeText } from './export-table.ts';
import { guessMapping } from './import-columns.ts';
import { importRows } from './import-records.ts';
import { prepareImport, type Known } from './prepare-import.ts';
import { dayCell } from './read-cell.ts';

const decoder = (encoding: string, fatal: boolean) => new TextDecoder(encoding, { fatal });
const manager = aPerson('经理', 'manager');

function nothingKnown(more: Partial<Known> = {}): Known {
  return {
    customersByName: new Map(),
    customersByPhone: new Map(),
    productCodes: new Set(),
    barcodes: new Set(),
    locations: new Map([['主仓', 'W1']]),
    defaultLocation: 'S1',
    today: '2026-11-24',
    ...more,
  };
}

describe('a file from another program', () => {
  it('is read in UTF-8, with a mark or without, in UTF-16 and in GB18030 [CRM-12]', () => {
    const text = '客户名称,电话\n杭州恒达机电,０５７１\n㐀生僻𠮷,1';
    const utf8 = new TextEncoder().encode(text);
    expect(decodeText(utf8, decoder)).toEqual({ text, encoding: 'utf-8' });
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), decoder).text).toBe(text);
    expect(decodeText(new Uint8Array(iconv.encode(text, 'gb18030')), decoder)).toEqual({ text, encoding: 'gb18030' });
    expect(decodeText(new Uint8Array([0xff, 0xfe, ...iconv.encode(text, 'utf-16le')]), decoder).text).toBe(text);
  });

  it('has its columns recognised by their usual headings, each used once [CRM-12]', () => {
    expect(guessMapping('customers', ['序号', '*客户名称', '联系人', '联系电话(必填)', '信用 额度'])).toMatchObject({
      name: 1,
      contact: 2,
      phone: 3,
      creditLimit: 4,
      address: -1,
    });
    expect(guessMapping('products', ['Item No.', 'Description', 'Unit', 'List Price', 'Opening stock'])).toMatchObject({
      name: 1,
      unit: 2,
      price: 3,
      stock: 4,
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('名称', '客户名称', '电话', '单位', '单价', '库存', '数量', 'name', '金额', ''), { maxLength: 12 }),
        (headings) => {
          const used = Object.values(guessMapping('products', headings)).filter((index) => index >= 0);
          expect(new Set(used).size).toBe(used.length);
        },
      ),
    );
  });

  it('gives every wrong cell a reason and a line, and lets the good rows through [CRM-12 STK-01]', async () => {
    const headings = ['编码', '名称', '单位', '售价', '底价', '库存', '仓库'];
    const rows = [
      ['A1', '接触器', '只', '12.50', '10', '3.5', ''],
      ['A1', '又一个', '只', '1', '', '', ''],
      ['A2', '', '只', '一百', '', '', '火星'],
      ['', '', '', '', '', '', ''],
      ['A3', '电缆', '米', '5', '6', '-1', '主仓'],
      ['A4', '电机', '台', '１,２００.００', '1000', '2', '主仓'],
    ];
    const { good, bad } = await prepareImport('products', rows, guessMapping('products', headings), nothingKnown(), 2);
    expect(good).toMatchObject([
      { row: 2, stock: 3_500, location: 'S1', body: { code: 'A1', price: 1_250, floor: 1_000 } },
      { row: 7, stock: 2_000, location: 'W1', body: { code: 'A4', price: 120_000 } },
    ]);
    expect(bad.map(({ row, column, problem }) => `${row} ${column} ${problem.code}`)).toEqual([
      '3 code Twice',
      '4 name Missing',
      '4 price NotANumber',
      '4 location UnknownPlace',
      '6 floor FloorAbovePrice',
      '6 stock Negative',
    ]);
  });

  it('does not bring in a customer or a product that is in the book already [CRM-12]', async () => {
    const known = nothingKnown({
      customersByName: new Map([['恒达', 'C1']]),
      customersByPhone: new Map([['13900001111', 'C2']]),
      productCodes: new Set(['A1']),
    });
    const customers = await prepareImport(
      'customers',
      [
        ['恒达有限公司', ''],
        ['别家', '+86 139-0000-1111'],
        ['新客', '13800002222'],
      ],
      { name: 0, phone: 1 },
      known,
      2,
    );
    expect(customers.bad.map(({ row, column, problem }) => [row, column, problem.code])).toEqual([
      [2, 'name', 'InBook'],
      [3, 'phone', 'InBook'],
    ]);
    expect(customers.good).toHaveLength(1);
  });

  it('is applied whole, counts in the balances, and is undone whole [PAY-04 STK-01 CRM-12]', async () => {
    const book = aMemoryBook();
    const rows = [['A1', '接触器', '只', '12.50', '5']];
    const { good } = await prepareImport('products', rows, { code: 0, name: 1, unit: 2, price: 3, stock: 4 }, nothingKnown(), 2);
    const done = await book.run(manager, importRows('products', '库存.csv', good, 0));
    if (!done.ok) throw new Error(done.refusal.code);
    const made = book.records().find((record) => record.kind === 'product');
    expect(await book.balance(`stock/S1/${made?.id}`)).toBe(5_000);
    expect(book.records().filter((record) => record.source === done.value.answer.import)).toHaveLength(2);

    const undone = await book.run(manager, undoImport(done.value.answer.import));
    expect(undone.ok).toBe(true);
    expect(await book.balance(`stock/S1/${made?.id}`)).toBe(0);
    expect((await book.get(made?.id ?? ''))?.status).toBe('withdrawn');
  });

  it('is refused whole when the person may not bring it in [CRM-06]', async () => {
    const book = aMemoryBook();
    const { good } = await prepareImport(
      'products',
      [['A1', '接触器', '只', '1']],
      { code: 0, name: 1, unit: 2, price: 3 },
      nothingKnown(),
      2,
    );
    const refused = await book.run(aPerson('小王', 'salesperson'), importRows('products', 'x.csv', good, 0));
    expect(refused.ok).toBe(false);
    expect(book.records()).toHaveLength(0);
  });

  it('may write a day in any of the usual ways [CRM-12]', () => {
    for (const text of ['2026-01-05', '2026/1/5', '2026.01.05', '2026年1月5日', '20260105', '２０２６-１-５', '2026-01-05 00:00:00']) {
      expect(dayCell(text)).toEqual({ ok: true, value: '2026-01-05' });
    }
    for (const text of ['2026-02-30', '5/1/2026', '昨天']) expect(dayCell(text).ok).toBe(false);
  });
});

describe('a list that leaves the program', () => {
  it('holds no text that a spreadsheet would run as a formula, and leaves numbers alone [CRM-06]', () => {
    expect(safeText('=HYPERLINK("x")')).toBe('\'=HYPERLINK("x")');
    expect(safeText('＝1+1')).toBe("'＝1+1");
    expect(safeText('杭州')).toBe('杭州');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(/^[=+\-@\t\r]/.test(safeText(text))).toBe(false);
      }),
    );
    const table = safeTable({ name: 'x', headings: ['@a'], rows: [[-5, '-5']] });
    expect(table).toEqual({ name: 'x', headings: ["'@a"], rows: [[-5, "'-5"]] });
  });
});
