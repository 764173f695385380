import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { id, required, text } from '../fields.ts';

const schema = z.strictObject({
  contract: id,
  contractNo: text(40),
  customerName: required(120),
  /** Impressions made: on how many copies. */
  impressions: z.number().int().min(1).max(99),
  notes: text(300),
});

export type Sealing = z.infer<typeof schema>;

/** 用印登记 (CON-04): one line of the seal register, made when the seal is applied. `source` is the contract, `owner` the custodian. */
export const sealing = defineModule<Sealing>({
  kind: 'sealing',
  numberType: 'YZ',
  v: 1,
  schema,
  makers: ['salesperson', 'manager'],
  lifecycle: {
    initial: 'applied',
    steps: { noted: { from: ['applied'], by: ['salesperson', 'manager', 'finance', 'gm'] } },
  },
  describe: (body) => ({ title: `${body.contractNo} · ${body.customerName}`, amount: 0 }),
  searchTexts: (body) => [body.contractNo, body.customerName],
  fields: { contractNo: 'text', contract: 'document', customerName: 'text', impressions: 'count', notes: 'long' },
  tones: { applied: 'good' },
  columns: ['no', 'day', 'title', 'party', 'owner'],
});
