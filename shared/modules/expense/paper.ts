/** 费用报销单 (TRV-04): line by line with the number of originals, signed by claimant, supervisor, cashier and whoever gets the money. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { methods } from '../fields.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import { filled } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, fill, paperTexts } from '../paper-words.ts';
import { approvalLines } from '../signed-on.ts';
import { expense } from './module.ts';

export const expenseClaim: PaperKind = {
  id: 'expense-claim',
  kind: expense.kind,
  form: 'a5',
  forms: ['a5', 'a4', '241x140'],
  copyMode: 'plain',
  copies: [{ key: 'accounts', priced: true }],
  available: () => true,
  make,
};

async function make(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body, events, status } = expense.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.cash.expense;
  const report = body.trip === '' ? null : await read.get(body.trip);
  const approval = approvalOf({ events });
  const signers = approval?.signatures.map(({ by }) => context.maker(by)) ?? [];
  const paid = status === 'paid' ? events.findLast(({ type }) => type === 'paid') : undefined;
  const method = methods.find((one) => one === paid?.data.method);
  const passed = events.flatMap(({ stamp }) => stamp ?? []).find(({ result }) => result === 'overridden');
  const vouchers = body.lines.reduce((sum, line) => sum + line.vouchers, 0);
  const from = dayText(language, body.from);
  const to = dayText(language, body.to);
  const text = { align: 'left', type: 'text', summed: false } as const;
  const named = (label: string, by: string | undefined) => (by === undefined ? label : `${label} ${context.maker(by)}`);
  return {
    template: 'slip',
    ...frameOf('expense-claim', expenseClaim.copies, record, context),
    stamp: stampOf(),
    head: filled([
      { label: labels.claimant, value: context.maker(record.owner) },
      { label: labels.type, value: labels.types[body.type] },
      { label: labels.report, value: report?.no ?? '' },
      { label: labels.place, value: body.place },
      { label: labels.period, value: from === to ? from : `${from} – ${to}` },
      { label: labels.paid, value: method ? words.methods[method] : '' },
      { label: labels.purpose, value: body.purpose, wide: true },
      { label: labels.notes, value: body.notes, wide: true },
    ]),
    columns: [
      { key: 'index', label: words.columns.index, width: 6, align: 'center', type: 'index', summed: false },
      { key: 'day', label: labels.columns.day, width: 18, ...text },
      { key: 'category', label: labels.columns.category, width: 16, ...text },
      { key: 'what', label: labels.columns.what, width: 34, ...text },
      { key: 'vouchers', label: labels.columns.vouchers, width: 11, align: 'right', type: 'text', summed: false },
      { key: 'amount', label: labels.columns.amount, width: 15, align: 'right', type: 'fen', summed: true },
    ],
    rows: body.lines.map((line) => ({
      day: dayText(language, line.day),
      category: labels.categories[line.category],
      what: line.what,
      vouchers: String(line.vouchers),
      amount: line.amount,
    })),
    priceColumns: [],
    totals: [
      { label: labels.vouchers, value: fill(labels.sheets, { count: vouchers }) },
      { label: labels.total, value: amountText(language, body.total), strong: true },
      { label: words.inWords, value: amountInWords(language, body.total), wide: true, strong: true },
    ],
    red: false,
    notes: [
      ...(passed ? [fill(labels.passed, { name: context.maker(passed.overriddenBy ?? ''), reason: passed.reason ?? '' })] : []),
      ...approvalLines(record, context),
    ],
    signatures: [
      named(labels.signs.claimant, record.owner),
      [labels.signs.supervisor, ...signers].join(' '),
      named(labels.signs.cashier, paid?.by),
      labels.signs.received,
    ],
    seal: '',
  };

  function stampOf(): string {
    if (status === 'returned') return words.stamps.returned;
    if (status === 'withdrawn') return words.stamps.withdrawn;
    if (paid) return method === 'cash' ? labels.paidStamp : labels.paidOther;
    if (status === 'refused') return words.stamps.refused;
    return approval?.state === 'approved' ? '' : labels.notSigned;
  }
}
