/** 现金日记账日报表 (PAY-02, SHP-03): a day of one box: opening, movements, count by denomination, two signatures. */
import { formatFen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { methods } from '../fields.ts';
import { filled } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, fill, paperTexts } from '../paper-words.ts';
import { LOOSE } from './faces.ts';
import { cashday, type CashDay } from './module.ts';

export const cashDaySheet: PaperKind = {
  id: 'cash-day-sheet',
  kind: cashday.kind,
  form: 'a4',
  forms: ['a4', 'a5', '241x140'],
  copyMode: 'plain',
  copies: [
    { key: 'cashier', priced: true },
    { key: 'finance', priced: true },
  ],
  available: () => true,
  make,
};

async function make(_read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = cashday.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.cash.day;
  const money = (value: number) => amountText(language, value);
  const signed = record.events.findLast(({ type }) => type === 'signed');
  const sum = { align: 'right', type: 'fen', summed: true } as const;
  const text = { align: 'left', type: 'text', summed: false } as const;
  const cash = body.lines.filter(({ method }) => method === 'cash');
  return {
    template: 'slip',
    ...frameOf('cash-day-sheet', cashDaySheet.copies, record, context),
    stamp: signed ? '' : labels.notSigned,
    head: filled([
      { label: labels.box, value: labels.boxes[body.box] },
      { label: labels.opening, value: money(body.opening) },
      { label: labels.counted, value: money(body.counted) },
      { label: labels.faces, value: facesText(body, labels), wide: true },
      { label: labels.others, value: othersText(body, words.methods, money), wide: true },
    ]),
    columns: [
      { key: 'index', label: words.columns.index, width: 6, align: 'center', type: 'index', summed: false },
      { key: 'day', label: labels.columns.day, width: 15, ...text },
      { key: 'no', label: labels.columns.no, width: 22, ...text },
      { key: 'sort', label: labels.columns.sort, width: 13, ...text },
      { key: 'what', label: labels.columns.what, width: 22, ...text },
      { key: 'in', label: labels.columns.in, width: 13, ...sum },
      { key: 'out', label: labels.columns.out, width: 13, ...sum },
    ],
    rows: cash.map(({ day, no, sort, what, amount }) => ({
      day: dayText(language, day),
      no,
      sort: labels.sorts[sort],
      what,
      ...(amount > 0 ? { in: amount } : {}),
      ...(amount < 0 ? { out: -amount } : {}),
    })),
    priceColumns: [],
    totals: [
      { label: labels.cashIn, value: money(body.cashIn) },
      { label: labels.cashOut, value: money(body.cashOut) },
      { label: labels.booked, value: money(body.booked), strong: true },
      { label: labels.difference, value: body.difference === 0 ? labels.even : money(body.difference), strong: true },
      { label: labels.inWords, value: amountInWords(language, body.counted), wide: true, strong: true },
    ],
    red: false,
    notes: [...(cash.length === 0 ? [labels.quiet] : []), ...(body.reason === '' ? [] : [`${labels.reason}：${body.reason}`])],
    signatures: [
      signature(labels.signs.counted, context.maker(record.owner)),
      signature(labels.signs.signed, signed ? context.maker(signed.by) : ''),
      labels.signs.checked,
    ],
    seal: '',
  };
}

function signature(label: string, name: string): string {
  return name === '' ? label : `${label} ${name}`;
}

function facesText({ faces }: CashDay, labels: { face: string; loose: string }): string {
  return faces
    .map(({ face, count }) =>
      face === LOOSE
        ? fill(labels.loose, { amount: formatFen(count) })
        : fill(labels.face, { face: face >= 100 ? face / 100 : (face / 100).toFixed(1), count }),
    )
    .join('  ');
}

/** Takings that are not cash, for the reader to hold against the terminals and the bank. */
function othersText(
  { lines }: CashDay,
  names: Readonly<Record<(typeof methods)[number], string>>,
  money: (value: number) => string,
): string {
  return methods
    .filter((method) => method !== 'cash')
    .flatMap((method) => {
      const rows = lines.filter((row) => row.method === method && ['handover', 'receipt', 'refund', 'correction'].includes(row.sort));
      return rows.length === 0 ? [] : [`${names[method]} ${money(rows.reduce((total, { amount }) => total + amount, 0))}`];
    })
    .join('  ');
}
