import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import type { Role } from '#shared/policy/roles.ts';
import { day, fen, id, methods, price, text } from '../fields.ts';
import { balanceOf, boxes, closedDays, unclosedAccount } from './box.ts';

/** What moved the money, as a cash book calls it. */
export const cashSorts = [
  'handover',
  'receipt',
  'refund',
  'float',
  'draw',
  'settle',
  'expense',
  'commission',
  'deposit',
  'withdrawal',
  'correction',
] as const;
export type CashSort = (typeof cashSorts)[number];

const line = z.strictObject({
  source: id,
  no: text(60),
  day,
  sort: z.enum(cashSorts),
  what: text(200),
  method: z.enum(methods),
  /** Signed: into the box, or out of it. */
  amount: fen,
});

const schema = z.strictObject({
  box: z.enum(boxes),
  /** Day of the box's first sheet: what was before is in its first count. */
  begun: day,
  /** Cash that was there before the movements below; the last sheet's count, and what came late to days before it. */
  opening: fen,
  lines: z.array(line).max(3000),
  /** Cash in and out, both positive. */
  cashIn: price,
  cashOut: price,
  booked: fen,
  /** Coins and notes: face in fen, how many. */
  faces: z.array(z.strictObject({ face: price, count: z.number().int().min(0).max(100_000) })).max(20),
  counted: price,
  difference: fen,
  /** Why it differs. */
  reason: text(300),
});

export type CashDay = z.infer<typeof schema>;

/** Who keeps a box and counts it. */
export const boxKeepers: Record<CashDay['box'], readonly Role[]> = {
  safe: ['treasurer', 'finance'],
  float: ['cashier', 'treasurer', 'finance'],
};
const keepers = boxKeepers.float;
const witnesses = ['finance', 'dgmFinance', 'manager'] as const;

/**
 * 现金日记账日结: a day's sheet of one box, counted by whoever keeps it, signed by another of finance, then closed for good. What comes
 * later, or is put right later, stands on the next sheet. `source` is the sheet before it, '' for the first; `owner` counted.
 */
export const cashday = defineModule<CashDay>({
  kind: 'cashday',
  numberType: 'RJ',
  v: 1,
  schema,
  makers: keepers,
  lifecycle: {
    initial: 'counted',
    steps: {
      signed: { from: ['counted'], to: 'closed', by: witnesses, otherThan: ['committed'], awaited: true },
      /** data: reason. To be counted again. */
      returned: { from: ['counted'], to: 'returned', by: witnesses, otherThan: ['committed'] },
      /** data: reason */
      withdrawn: { from: ['counted'], to: 'withdrawn', by: keepers },
      printed: { from: ['counted', 'closed', 'returned', 'withdrawn'], by: [...keepers, 'dgmFinance', 'manager', 'gm'] },
    },
  },
  describe: (body) => ({ title: '', amount: body.counted }),
  postings: ({ status, owner, source, day: on, body }) => {
    if (status !== 'counted' && status !== 'closed') return [];
    const listed = body.lines.map((row) => ({ account: unclosedAccount(body.box, row.day, row.method, row.source), amount: -row.amount }));
    if (status === 'counted') return listed;
    return [
      ...listed,
      { account: balanceOf(body.box, 'cash'), amount: body.difference },
      // What the first count finds was there before the book: nobody's surplus or loss.
      { account: source === '' ? account('cash-found', body.box) : account('cash-difference', owner), amount: body.difference },
      { account: closedDays(body.box), amount: 1 },
      { account: account('cash-closed', body.box, on), amount: 1 },
    ];
  },
  fields: {
    box: 'choice',
    begun: 'day',
    opening: 'money',
    lines: 'lines',
    cashIn: 'money',
    cashOut: 'money',
    booked: 'money',
    faces: 'hidden',
    counted: 'money',
    difference: 'money',
    reason: 'long',
  },
  lineFields: { day: 'day', no: 'text', source: 'document', sort: 'choice', what: 'text', method: 'choice', amount: 'money' },
  tones: { counted: 'warn', closed: 'good', returned: 'bad', withdrawn: 'neutral' },
  columns: ['no', 'day', 'owner', 'amount', 'status'],
});
