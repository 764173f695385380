import type { Day } from '#shared/core/calendar.ts';
import { parseFen, parseMilli } from '#shared/core/money.ts';
import { noPause, type Pause } from '#shared/core/pause.ts';
import type { Refusal } from '#shared/core/result.ts';
import { nameKey } from '#shared/modules/customer/facts.ts';
import { phoneDigits } from '#shared/modules/customer/phone.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import type { Product } from '#shared/modules/product/module.ts';
import { importColumns, type ImportKind } from './import-columns.ts';
import { choiceCell, countCell, dayCell, figureCell, textCell, type Cell } from './read-cell.ts';

/** What the book already has, to recognise doubles and to find what a row points at. */
export interface Known {
  /** `nameKey` of a customer → id. */
  customersByName: ReadonlyMap<string, string>;
  /** Digits of a phone → customer id. */
  customersByPhone: ReadonlyMap<string, string>;
  productCodes: ReadonlySet<string>;
  barcodes: ReadonlySet<string>;
  /** Name and code of a place → id. */
  locations: ReadonlyMap<string, string>;
  /** Where opening stock lies when the file does not say. */
  defaultLocation: string;
  today: Day;
}

export type PreparedRow =
  | { what: 'customers'; row: number; body: Customer }
  | { what: 'products'; row: number; body: Product; location: string; stock: number }
  | { what: 'receivables'; row: number; party: string; customerName: string; amount: number; due: Day; reference: string };

export interface RowProblem {
  /** Line in the file, from 1, the heading included. */
  row: number;
  column: string;
  problem: Refusal;
}

export interface Prepared {
  good: PreparedRow[];
  /** Rows left out, each with every reason. */
  bad: RowProblem[];
}

/**
 * Judges every row by itself; a bad one never stops the others. There may be many: `pause` is asked between two of them.
 * @param rows without the heading
 * @param firstRow line number of the first
 */
export async function prepareImport(
  kind: ImportKind,
  rows: readonly (readonly string[])[],
  mapping: Readonly<Record<string, number>>,
  known: Known,
  firstRow: number,
  pause: Pause = noPause,
): Promise<Prepared> {
  const prepared: Prepared = { good: [], bad: [] };
  const seen = new Map<string, number>();
  for (const [index, cells] of rows.entries()) {
    await pause();
    const row = firstRow + index;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const problems: RowProblem[] = [];
    const cell = (key: string): string => cells[mapping[key] ?? -1] ?? '';
    const note = (column: string, problem: Refusal) => problems.push({ row, column, problem });
    const take = <T>(key: string, read: Cell<T>, otherwise: T): T => {
      if (read.ok) return read.value;
      note(key, read.refusal);
      return otherwise;
    };
    for (const { key, required } of importColumns[kind]) if (required && cell(key).trim() === '') note(key, { code: 'Missing' });
    const unique = (key: string, value: string, inBook: boolean) => {
      if (value === '') return;
      const before = seen.get(`${key} ${value}`);
      if (inBook) note(key, { code: 'InBook', values: { text: cell(key).trim() } });
      else if (before !== undefined) note(key, { code: 'Twice', values: { row: before } });
      else seen.set(`${key} ${value}`, row);
    };
    const made = read[kind]({ cell, take, note, unique, known, row });
    if (problems.length > 0) prepared.bad.push(...problems);
    else if (made) prepared.good.push(made);
  }
  return prepared;
}

interface RowReader {
  cell(key: string): string;
  take<T>(key: string, read: Cell<T>, otherwise: T): T;
  note(column: string, problem: Refusal): void;
  /** Notes a value that is in the book, or twice in the file. */
  unique(key: string, value: string, inBook: boolean): void;
  known: Known;
  row: number;
}

const types = { organisation: ['单位', '公司', '企业', 'organisation', 'company'], person: ['个人', 'person'] } as const;
const classes = {
  key: ['重要客户', '重要', 'key'],
  potential: ['潜力客户', '潜在客户', '潜在', 'potential'],
  ordinary: ['一般客户', '一般', '普通', 'ordinary'],
} as const;
const tracking = {
  none: ['不按件编号', '否', '无', 'none', 'no'],
  serial: ['按序列号', '序列号', '是', 'serial', 'serial number', 'yes'],
  vin: ['按车架号', '车架号', 'vin'],
} as const;
const groups = { general: ['一般', '普通', 'general'], domestic: ['国产', 'domestic'], imported: ['进口', 'imported'] } as const;

const read: Readonly<Record<ImportKind, (reader: RowReader) => PreparedRow | null>> = {
  customers: ({ cell, take, unique, known, row }) => {
    const text = (key: string, longest: number) => take(key, textCell(cell(key), longest), '');
    const name = text('name', 120);
    const phone = text('phone', 30);
    unique('name', nameKey(name), known.customersByName.has(nameKey(name)));
    const digits = phoneDigits(phone);
    if (digits.length >= 7) unique('phone', digits, known.customersByPhone.has(digits));
    return {
      what: 'customers',
      row,
      body: {
        type: take(
          'type',
          choiceCell(cell('type'), types, /公司|厂|店|部|中心|集团|co\.|ltd/i.test(name) ? 'organisation' : 'person'),
          'organisation',
        ),
        name,
        contact: text('contact', 60),
        phone,
        otherPhone: text('otherPhone', 30),
        address: text('address', 200),
        industry: text('industry', 60),
        size: text('size', 40),
        web: text('web', 120),
        class: take('class', choiceCell(cell('class'), classes, 'ordinary'), 'ordinary'),
        level: '',
        birthday: take('birthday', dayCell(cell('birthday')), ''),
        interests: '',
        creditLimit: notNegative('creditLimit', take, cell, parseFen),
        creditDays: take('creditDays', countCell(cell('creditDays'), 0, 365), 0),
        notes: text('notes', 1000),
      },
    };
  },
  products: ({ cell, take, note, unique, known, row }) => {
    const text = (key: string, longest: number) => take(key, textCell(cell(key), longest), '');
    const code = text('code', 40);
    const barcode = text('barcode', 40);
    unique('code', code, known.productCodes.has(code));
    unique('barcode', barcode, known.barcodes.has(barcode));
    const price = notNegative('price', take, cell, parseFen);
    const floor = notNegative('floor', take, cell, parseFen);
    if (floor > price) note('floor', { code: 'FloorAbovePrice' });
    const place = cell('location').trim();
    const location = place === '' ? known.defaultLocation : (known.locations.get(place) ?? '');
    if (location === '') note('location', { code: 'UnknownPlace', values: { text: place } });
    return {
      what: 'products',
      row,
      location,
      stock: notNegative('stock', take, cell, parseMilli),
      body: {
        code,
        name: text('name', 120),
        spec: text('spec', 80),
        unit: text('unit', 12),
        barcode,
        group: take('group', choiceCell(cell('group'), groups, 'general'), 'general'),
        ...(cell('tracking').trim() === '' ? {} : { tracking: take('tracking', choiceCell(cell('tracking'), tracking, 'none'), 'none') }),
        price,
        floor,
        substitutes: [],
        lowStock: notNegative('lowStock', take, cell, parseMilli),
        notes: text('notes', 500),
      },
    };
  },
  receivables: ({ cell, take, note, known, row }) => {
    const customerName = take('customer', textCell(cell('customer'), 120), '');
    const party = known.customersByName.get(nameKey(customerName)) ?? '';
    if (customerName !== '' && party === '') note('customer', { code: 'UnknownCustomer', values: { text: customerName } });
    const amount = take('amount', figureCell(cell('amount'), parseFen, 0), 0);
    if (cell('amount').trim() !== '' && amount === 0) note('amount', { code: 'Zero' });
    return {
      what: 'receivables',
      row,
      party,
      customerName,
      amount,
      due: take('due', dayCell(cell('due')), known.today) || known.today,
      reference: take('reference', textCell(cell('reference'), 60), ''),
    };
  },
};

function notNegative(key: string, take: RowReader['take'], cell: RowReader['cell'], parse: (text: string) => number | null): number {
  const found = figureCell(cell(key), parse, 0);
  if (found.ok && found.value < 0) return take(key, { ok: false, refusal: { code: 'Negative' } }, 0);
  return take(key, found, 0);
}
