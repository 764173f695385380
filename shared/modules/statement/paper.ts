/** 客户往来对账单: opening, movements, closing, and a reply slip that comes back signed. */
import { addDays } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { filled } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, fill, paperTexts } from '../paper-words.ts';
import { statement, type Statement } from './module.ts';

export const accountStatement: PaperKind = {
  id: 'account-statement',
  kind: statement.kind,
  form: 'a4',
  forms: ['a4', 'a5', '241x140'],
  copyMode: 'plain',
  copies: [
    { key: 'customer', priced: true },
    { key: 'reply', priced: true },
    { key: 'finance', priced: true },
  ],
  available: () => true,
  make,
};

async function make(_read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = statement.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.money.statement;
  const text = { align: 'left', type: 'text', summed: false } as const;
  const money = { align: 'right', type: 'fen' } as const;
  return {
    template: 'slip',
    ...frameOf('account-statement', accountStatement.copies, record, context),
    day: dayText(language, body.to),
    head: filled([
      { label: words.money.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: labels.period, value: `${dayText(language, body.from)} – ${dayText(language, body.to)}`, wide: true },
    ]),
    columns: [
      { key: 'index', label: words.columns.index, width: 6, align: 'center', type: 'index', summed: false },
      { key: 'day', label: words.columns.day, width: 16, ...text },
      { key: 'kind', label: labels.kind, width: 10, ...text },
      { key: 'number', label: words.columns.number, width: 24, ...text },
      { key: 'debit', label: labels.debit, width: 15, ...money, summed: true },
      { key: 'credit', label: labels.credit, width: 15, ...money, summed: true },
      { key: 'balance', label: labels.balance, width: 15, ...money, summed: false },
    ],
    rows: [
      { day: dayText(language, addDays(body.from, -1)), kind: labels.opening, number: '', balance: body.opening },
      ...body.lines.map((line) => ({
        day: dayText(language, line.day),
        kind: labels.kinds[line.movement],
        number: line.no,
        ...(line.debit === 0 ? {} : { debit: line.debit }),
        ...(line.credit === 0 ? {} : { credit: line.credit }),
        balance: line.balance,
      })),
    ],
    priceColumns: [],
    totals: [
      { label: labels.opening, value: amountText(language, body.opening) },
      { label: labels.debits, value: amountText(language, body.debit) },
      { label: labels.credits, value: amountText(language, body.credit) },
      { label: labels.closing, value: amountText(language, body.closing), strong: true },
      { label: words.inWords, value: amountInWords(language, body.closing), wide: true, strong: true },
    ],
    red: false,
    notes: [said(body, context), ...payTo(body, context), labels.notice, labels.reply],
    signatures: [labels.signs.finance, labels.signs.customer, labels.signs.date],
    seal: '',
  };
}

function payTo({ closing }: Statement, { language, details, company }: PaperContext): string[] {
  const { name, bank, account } = details;
  return closing > 0 && account !== '' ? [fill(paperTexts(language).money.statement.payTo, { name: name || company, bank, account })] : [];
}

function said({ closing, to }: Statement, { language }: PaperContext): string {
  const labels = paperTexts(language).money.statement;
  const form = closing > 0 ? labels.owing : closing < 0 ? labels.owed : labels.even;
  return fill(form, { day: dayText(language, to), amount: amountText(language, Math.abs(closing)) });
}
