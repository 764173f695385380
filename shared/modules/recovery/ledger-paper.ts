/** 合同台账摘录 (CON-06): both ledgers of one contract, line by line, with what differs. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { contract } from '../contract/module.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountText, dayText, fill, paperTexts } from '../paper-words.ts';
import { compareLedgers, ledgerRows, type LedgerRow } from './ledger-rows.ts';

export const ledgerExtract: PaperKind = {
  id: 'ledger-extract',
  kind: contract.kind,
  form: 'a4',
  forms: ['a4', 'a5', '241x140'],
  copyMode: 'plain',
  copies: [
    { key: 'business', priced: true },
    { key: 'finance', priced: true },
  ],
  available: (record) => record.events.some(({ type }) => type === 'effective'),
  make,
};

async function make(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const agreed = contract.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.money.ledger;
  const today = context.printedAt.slice(0, 10);
  const sales = await ledgerRows(read, agreed, 'sales');
  const finance = await ledgerRows(read, agreed, 'finance');
  const compared = await compareLedgers(read, agreed, today);
  const differing = compared.filter(({ difference }) => difference !== 0);
  const text = { align: 'left', type: 'text', summed: false } as const;
  const money = { align: 'right', type: 'fen', summed: false } as const;
  return {
    template: 'slip',
    ...frameOf('ledger-extract', ledgerExtract.copies, record, context),
    day: dayText(language, today),
    head: [
      { label: words.money.customer, value: agreed.body.customerName, wide: agreed.body.customerName.length > 14 },
      { label: words.money.contractTotal, value: amountText(language, agreed.body.total) },
      { label: labels.owner, value: context.maker(record.owner) },
      { label: labels.asOf, value: dayText(language, today) },
    ],
    columns: [
      { key: 'index', label: words.columns.index, width: 6, align: 'center', type: 'index', summed: false },
      { key: 'day', label: words.columns.day, width: 18, ...text },
      { key: 'column', label: labels.column, width: 14, ...text },
      { key: 'number', label: words.columns.number, width: 26, ...text },
      { key: 'sales', label: labels.sales, width: 18, ...money },
      { key: 'finance', label: labels.finance, width: 18, ...money },
    ],
    rows: sideBySide(sales, finance).map((row) => ({
      day: dayText(language, row.day),
      column: labels.measures[row.measure],
      number: row.no,
      ...(row.sales === undefined ? {} : { sales: row.sales }),
      ...(row.finance === undefined ? {} : { finance: row.finance }),
    })),
    priceColumns: [],
    totals: compared.map((line) => ({
      label: labels.measures[line.measure],
      value: `${amountText(language, line.sales)} / ${amountText(language, line.finance)}`,
      strong: line.difference !== 0,
    })),
    red: false,
    notes: [
      differing.length === 0
        ? labels.even
        : fill(labels.differs, {
            list: differing.map((line) => `${labels.measures[line.measure]} ${amountText(language, line.difference)}`).join('、'),
          }),
    ],
    signatures: [labels.signs.sales, labels.signs.finance, labels.signs.date],
    seal: '',
  };
}

interface PairedRow extends Pick<LedgerRow, 'day' | 'measure' | 'no'> {
  sales?: number;
  finance?: number;
}

/** One line where both books have the same paper on the same day; a line of each otherwise. */
function sideBySide(sales: readonly LedgerRow[], finance: readonly LedgerRow[]): PairedRow[] {
  const paired = new Map<string, PairedRow>();
  for (const { day, measure, no, document, amount } of sales)
    paired.set(`${day}/${measure}/${document}`, { day, measure, no, sales: amount });
  for (const { day, measure, no, document, amount } of finance) {
    const key = `${day}/${measure}/${document}`;
    paired.set(key, { ...(paired.get(key) ?? { day, measure, no }), finance: amount });
  }
  return [...paired.values()].toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}
