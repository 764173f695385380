import { z } from 'zod';
import { lastText } from '#shared/documents/last-text.ts';
import { defineModule } from '#shared/documents/module.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { account } from '#shared/ledger/posting.ts';
import { moved } from '../cashday/box.ts';
import { fen, id, methods, text } from '../fields.ts';

const schema = z.strictObject({
  receipts: z.array(id).min(1).max(2000),
  /** Per day and method: what the receipts say, and what was counted. */
  parts: z.array(z.strictObject({ day: z.string(), method: z.enum(methods), booked: fen, counted: fen })).min(1),
  note: text(300),
});

export type Handover = z.infer<typeof schema>;

/** A cashier hands the day's money to finance (G-38). `owner` is the cashier. */
export const handover = defineModule<Handover>({
  kind: 'handover',
  numberType: 'JK',
  v: 1,
  schema,
  makers: ['cashier', 'finance', 'manager'],
  lifecycle: {
    initial: 'offered',
    steps: {
      /** data: day */
      received: { from: ['offered'], to: 'received', by: ['finance', 'manager', 'treasurer'], otherThan: ['committed'], awaited: true },
      refused: { from: ['offered'], to: 'refused', by: ['finance', 'manager', 'treasurer'], otherThan: ['committed'] },
      printed: { from: ['offered', 'received', 'refused'], by: ['cashier', 'finance', 'manager'] },
    },
  },
  describe: (body) => ({ title: '', amount: body.parts.reduce((sum, part) => sum + part.counted, 0) }),
  postings: (record) =>
    record.status === 'offered'
      ? record.body.parts.map((part) => ({ account: account('offered', record.owner, part.day, part.method), amount: part.booked }))
      : record.status !== 'received'
        ? []
        : record.body.parts.flatMap((part) => [
            { account: account('held', record.owner, part.day, part.method), amount: -part.booked },
            ...moved('safe', part.method, part.counted, { id: record.id, day: receivedOn(record) }),
            { account: account('cash-difference', record.owner), amount: part.counted - part.booked },
          ]),
  fields: { parts: 'lines', note: 'long', receipts: 'documents' },
  lineFields: { day: 'day', method: 'choice', booked: 'money', counted: 'money' },
  tones: { offered: 'warn', received: 'good', refused: 'bad' },
  columns: ['no', 'day', 'owner', 'amount', 'status'],
});

/** Day on which finance counted and took it. */
function receivedOn({ day, events }: DocumentRecord<Handover>): string {
  return lastText(events, 'received', 'day', 'day').day ?? day;
}
