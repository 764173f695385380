import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { fen, id, required, text } from '../fields.ts';

export const ledgerBooks = ['sales', 'finance'] as const;
export type LedgerBook = (typeof ledgerBooks)[number];
export const ledgerMeasures = ['contracted', 'delivered', 'collected'] as const;
export type LedgerMeasure = (typeof ledgerMeasures)[number];

const schema = z.strictObject({
  book: z.enum(ledgerBooks),
  contractNo: text(40),
  measure: z.enum(ledgerMeasures),
  /** Signed: a correction by reversal is the same amount with the other sign. */
  amount: fen.refine((value) => value !== 0),
  reason: required(300),
  /** Entry it reverses, '' otherwise. */
  reverses: id,
});

export type Entry = z.infer<typeof schema>;

/** An entry by hand in one of the two contract ledgers (CON-06), never changed: a wrong one is reversed. `source` is the contract. */
export const entry = defineModule<Entry>({
  kind: 'entry',
  numberType: 'TZ',
  v: 1,
  schema,
  makers: ['salesperson', 'manager', 'finance', 'dgmFinance'],
  lifecycle: {
    initial: 'posted',
    steps: {
      /** data: entry (the reversing one) */
      reversed: { from: ['posted'], to: 'reversed', by: ['salesperson', 'manager', 'finance', 'dgmFinance'] },
    },
  },
  describe: (body) => ({ title: `${body.contractNo} · ${body.reason}`, amount: body.amount }),
  searchTexts: (body) => [body.contractNo],
  fields: { book: 'choice', contractNo: 'text', measure: 'choice', amount: 'money', reason: 'long', reverses: 'document' },
  tones: { posted: 'info', reversed: 'neutral' },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});
