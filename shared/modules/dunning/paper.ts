/** 催款函 (PAY-06): what is overdue, by when it is to be paid, and what follows. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { filled } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, fill, paperTexts } from '../paper-words.ts';
import { dunning } from './module.ts';

export const dunningLetter: PaperKind = {
  id: 'dunning-letter',
  kind: dunning.kind,
  form: 'a4',
  forms: ['a4', 'a5'],
  copyMode: 'plain',
  copies: [
    { key: 'customer', priced: true },
    { key: 'file', priced: true },
  ],
  available: () => true,
  make,
};

async function make(_read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = dunning.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.money.dunning;
  const { name, bank, account } = context.details;
  const total = body.overdue + body.interest;
  const money = { align: 'right', type: 'fen', summed: true } as const;
  return {
    template: 'slip',
    ...frameOf('dunning-letter', dunningLetter.copies, record, context),
    stamp: record.status === 'withdrawn' ? words.stamps.withdrawn : '',
    head: filled([
      { label: words.money.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: labels.letter, value: fill(labels.level, { level: body.level }) },
      { label: words.money.contract, value: body.contractNo },
      { label: labels.payBy, value: dayText(language, body.payBy) },
      { label: labels.address, value: body.address, wide: true },
    ]),
    columns: [
      { key: 'index', label: words.columns.index, width: 8, align: 'center', type: 'index', summed: false },
      { key: 'due', label: labels.due, width: 24, align: 'left', type: 'text', summed: false },
      { key: 'amount', label: labels.amount, width: 24, ...money },
      { key: 'open', label: labels.open, width: 24, ...money },
      { key: 'days', label: labels.days, width: 14, align: 'right', type: 'text', summed: false },
    ],
    rows: body.lines.map((line) => ({
      due: dayText(language, line.due),
      amount: line.amount,
      open: line.open,
      days: String(line.days),
    })),
    priceColumns: [],
    totals: [
      ...(body.interest > 0 ? [{ label: labels.interest, value: amountText(language, body.interest) }] : []),
      { label: labels.total, value: amountText(language, total), strong: true },
      { label: words.inWords, value: amountInWords(language, total), wide: true, strong: true },
    ],
    red: false,
    notes: [
      ...labels.text.map((paragraph) => fill(paragraph, { no: body.contractNo, day: dayText(language, body.payBy) })),
      ...(account === '' ? [] : [fill(labels.payTo, { name: name || context.company, bank, account })]),
      ...(body.notes === '' ? [] : [body.notes]),
    ],
    signatures: [labels.signs.handled, labels.signs.date],
    seal: labels.signs.seal,
  };
}
