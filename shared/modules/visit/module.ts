import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { lastText } from '#shared/documents/last-text.ts';
import { clockTime, text } from '../fields.ts';

export const visitSources = ['passing', 'referral', 'advert', 'web', 'returning', 'other'] as const;

const schema = z.strictObject({
  /** Somebody came in, or rang (RCP-04). */
  channel: z.enum(['walk-in', 'phone']),
  arrived: clockTime,
  people: z.number().int().min(1).max(200),
  name: text(60),
  phone: text(30),
  need: text(300),
  heardOf: z.enum(visitSources),
});

export type Visit = z.infer<typeof schema>;

/** 迎 问 送 追: greeted, asked, seen off, followed up (RCP-02). A phase may be skipped; the one reached is recorded. */
export const phases = ['greeted', 'asked', 'seen-off', 'closed'] as const;
export const visitOutcomes = ['bought', 'ordered', 'considering', 'compared', 'not-for-us', 'service'] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

const reception = ['salesperson', 'cashier', 'manager'] as const;
const open = ['waiting', 'greeted', 'asked', 'seen-off'];

/** 来店登记 (RCP-01). `owner` is the host. */
export const visit = defineModule<Visit>({
  kind: 'visit',
  numberType: '',
  v: 1,
  schema,
  makers: reception,
  lifecycle: {
    initial: 'waiting',
    steps: {
      greeted: { from: ['waiting'], to: 'greeted', by: reception },
      /** data: need, budget, products */
      asked: { from: ['waiting', 'greeted'], to: 'asked', by: reception },
      'seen-off': { from: ['waiting', 'greeted', 'asked'], to: 'seen-off', by: reception },
      /** data: outcome, followUp (day or ''), reason */
      closed: { from: open, to: 'closed', by: reception, gates: ['G-91'] },
      /** data: customer. The visit now belongs to a customer's file. */
      linked: { from: [...open, 'closed'], by: reception },
      /** data: owner. Another host takes the visitor over. */
      assigned: { from: open, by: reception },
      /** data: reason. Entered by mistake; counts no more. */
      cancelled: { from: open, to: 'cancelled', by: reception },
    },
  },
  describe: (body) => ({ title: [body.name, body.need].filter(Boolean).join(' · '), amount: 0 }),
  searchTexts: (body) => [body.name, body.phone],
  postings: (record) =>
    record.status === 'cancelled'
      ? []
      : [
          { account: account('visits', record.day), amount: 1 },
          { account: account('visits-by', record.day.slice(0, 7), record.owner), amount: 1 },
        ],
  derive: ({ events }) => ({ ...lastText(events, 'linked', 'customer', 'party'), ...lastText(events, 'assigned', 'owner', 'owner') }),
  derives: ['party', 'owner'],
  fields: {
    channel: 'choice',
    arrived: 'time',
    people: 'count',
    name: 'text',
    phone: 'text',
    need: 'long',
    heardOf: 'choice',
  },
  tones: { waiting: 'warn', greeted: 'info', asked: 'info', 'seen-off': 'info', closed: 'good', cancelled: 'neutral' },
  columns: ['day', 'title', 'party', 'owner', 'status'],
});
