import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { id, required, text } from '../fields.ts';

const schema = z.strictObject({
  dispatch: id,
  dispatchNo: text(40),
  consignee: text(120),
  vehicle: required(20),
  driver: text(40),
  packages: z.number().int().min(1).max(9999),
  goods: text(300),
});

export type Gatepass = z.infer<typeof schema>;

/** 出门证 and its line in the gate register (DSP-03). `source` is the dispatch note. */
export const gatepass = defineModule<Gatepass>({
  kind: 'gatepass',
  numberType: 'CM',
  v: 1,
  schema,
  makers: ['warehouse', 'salesperson', 'manager'],
  lifecycle: {
    initial: 'issued',
    steps: {
      /** data: time 'HH:MM', vehicle as seen */
      registered: { from: ['issued'], to: 'registered', by: ['guard'], otherThan: ['committed'] },
      /** data: reason; the load does not match */
      stopped: { from: ['issued'], to: 'stopped', by: ['guard'] },
      closed: { from: ['registered'], to: 'closed', by: ['guard'] },
      printed: { from: ['issued', 'registered', 'stopped', 'closed'], by: ['warehouse', 'guard', 'salesperson', 'manager'] },
    },
  },
  describe: (body) => ({ title: `${body.vehicle} · ${body.consignee}`, amount: 0 }),
  searchTexts: (body) => [body.vehicle, body.driver, body.consignee, body.dispatchNo],
  fields: {
    dispatchNo: 'text',
    dispatch: 'document',
    consignee: 'text',
    vehicle: 'text',
    driver: 'text',
    packages: 'count',
    goods: 'text',
  },
  tones: { issued: 'info', registered: 'good', stopped: 'bad', closed: 'neutral' },
  columns: ['no', 'day', 'title', 'owner', 'status'],
});
