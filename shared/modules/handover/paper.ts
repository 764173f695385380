/** 交款单 (PAY-02, G-38): what the cashier booked, counted and gave to finance, by day and method. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { filled } from '../paper-goods.ts';
import { everyForm, frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, paperTexts, type PaperTexts } from '../paper-words.ts';
import { handover } from './module.ts';

export const handoverSheet: PaperKind = {
  id: 'handover-sheet',
  kind: handover.kind,
  form: '241x93',
  forms: everyForm,
  copyMode: 'carbonless',
  copies: [
    { key: 'cashier', priced: true },
    { key: 'finance', priced: true },
  ],
  available: () => true,
  make: makeHandoverSheet,
};

async function makeHandoverSheet(_read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = handover.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.handover;
  const days = body.parts.map((part) => part.day).toSorted();
  const counted = body.parts.reduce((sum, part) => sum + part.counted, 0);
  const from = dayText(language, days[0] ?? '');
  const to = dayText(language, days.at(-1) ?? '');
  const money = { align: 'right', type: 'fen', summed: true } as const;
  const plain = { align: 'left', type: 'text', summed: false } as const;
  return {
    template: 'slip',
    ...frameOf('handover-sheet', handoverSheet.copies, record, context),
    stamp: stampOf(record.status, words),
    head: filled([
      { label: labels.cashier, value: context.maker(record.owner) },
      { label: labels.receipts, value: String(body.receipts.length) },
      { label: labels.period, value: from === to ? from : `${from} – ${to}` },
      { label: labels.note, value: body.note, wide: true },
    ]),
    columns: [
      { key: 'index', label: words.columns.index, width: 6, align: 'center', type: 'index', summed: false },
      { key: 'day', label: words.columns.day, width: 18, ...plain },
      { key: 'method', label: words.columns.method, width: 18, ...plain },
      { key: 'booked', label: words.columns.booked, width: 16, ...money },
      { key: 'counted', label: words.columns.counted, width: 16, ...money },
      { key: 'difference', label: words.columns.difference, width: 14, ...money },
    ],
    rows: body.parts.map((part) => ({
      day: dayText(language, part.day),
      method: words.methods[part.method],
      booked: part.booked,
      counted: part.counted,
      difference: part.counted - part.booked,
    })),
    priceColumns: [],
    totals: [
      { label: words.inWords, value: amountInWords(language, counted), wide: true, strong: true },
      { label: words.total, value: amountText(language, counted), strong: true },
    ],
    red: false,
    notes: [],
    signatures: [labels.signs.cashier, labels.signs.finance, labels.signs.checked],
    seal: '',
  };
}

function stampOf(status: string, words: PaperTexts): string {
  if (status === 'offered') return words.stamps.awaiting;
  return status === 'refused' ? words.stamps.returned : '';
}
