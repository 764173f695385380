/** 对账单: what a customer still owes, paper by paper, to be signed and sent back. */
import { daysBetween, type Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { opening } from '../opening/module.ts';
import { dueDay, order } from '../order/module.ts';
import { filled } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, fill, paperTexts, type PaperTexts } from '../paper-words.ts';
import { customer } from './module.ts';

export const statement: PaperKind = {
  id: 'statement',
  kind: customer.kind,
  form: 'a4',
  forms: ['a4', 'a5', '241x140'],
  copyMode: 'plain',
  copies: [
    { key: 'customer', priced: true },
    { key: 'finance', priced: true },
  ],
  available: () => true,
  make: makeStatement,
};

interface OpenItem {
  day: Day;
  no: string;
  due: Day;
  total: number;
  open: number;
}

async function makeStatement(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = customer.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.statement;
  const { name, bank, account } = context.details;
  const today = context.printedAt.slice(0, 10);
  const items = await openItems(read, record.id, words);
  const total = items.reduce((sum, item) => sum + item.open, 0);
  const overdue = items.reduce((sum, item) => sum + (item.open > 0 && daysBetween(item.due, today) > 0 ? item.open : 0), 0);
  const text = { align: 'left', type: 'text', summed: false } as const;
  const money = { align: 'right', type: 'fen', summed: true } as const;
  return {
    template: 'slip',
    ...frameOf('statement', statement.copies, record, context),
    day: dayText(language, today),
    maker: context.maker(record.owner),
    head: filled([
      { label: labels.customer, value: body.name, wide: body.name.length > 14 },
      { label: labels.contact, value: body.contact },
      { label: labels.phone, value: body.phone },
      { label: labels.asOf, value: dayText(language, today) },
      { label: labels.limit, value: body.creditLimit > 0 ? amountText(language, body.creditLimit) : '' },
    ]),
    columns: [
      { key: 'index', label: words.columns.index, width: 6, align: 'center', type: 'index', summed: false },
      { key: 'day', label: words.columns.day, width: 15, ...text },
      { key: 'number', label: words.columns.number, width: 24, ...text },
      { key: 'due', label: words.columns.due, width: 15, ...text },
      { key: 'overdue', label: words.columns.overdue, width: 10, align: 'right', type: 'text', summed: false },
      { key: 'amount', label: words.columns.amount, width: 15, ...money },
      { key: 'open', label: words.columns.open, width: 15, ...money },
    ],
    rows: items.map((item) => ({
      day: dayText(language, item.day),
      number: item.no,
      due: dayText(language, item.due),
      overdue: item.open > 0 && daysBetween(item.due, today) > 0 ? String(daysBetween(item.due, today)) : '',
      amount: item.total,
      open: item.open,
    })),
    priceColumns: [],
    totals: [
      { label: words.inWords, value: amountInWords(language, total), wide: true, strong: true },
      { label: labels.total, value: amountText(language, total), strong: true },
      { label: labels.overdue, value: amountText(language, overdue), strong: overdue > 0 },
    ],
    red: false,
    notes: [labels.note, ...(total > 0 && account !== '' ? [fill(labels.payTo, { name: name || context.company, bank, account })] : [])],
    signatures: [labels.signs.finance, labels.signs.customer, labels.signs.date],
    seal: '',
  };
}

async function openItems(read: Reader, party: string, words: PaperTexts): Promise<OpenItem[]> {
  const debts = await read.balances(`receivable/${party}/`);
  const sources = await read.getMany([...debts.keys()].map((path) => path.split('/')[2] ?? ''));
  return [...debts]
    .map(([path, open]) => {
      const source = sources.get(path.split('/')[2] ?? '');
      if (source?.kind === order.kind)
        return { day: source.day, no: source.no, due: dueDay(order.read(source)), total: source.amount, open };
      if (source?.kind === opening.kind) {
        const { body } = opening.read(source);
        const begun = body.type === 'receivable' ? body : { due: source.day, reference: '' };
        return { day: source.day, no: fill(words.statement.opening, begun), due: begun.due, total: source.amount, open };
      }
      return { day: source?.day ?? '', no: source?.no ?? '', due: source?.day ?? '', total: source?.amount ?? open, open };
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}
