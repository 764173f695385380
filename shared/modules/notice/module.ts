import { z } from 'zod';
import { approvalSteps } from '#shared/documents/approve.ts';
import { defineModule } from '#shared/documents/module.ts';
import { day, goods, id, quantity, required, text } from '../fields.ts';

const line = z.strictObject({
  ...goods,
  /** Line of the contract. */
  line: z.number().int().min(0),
  quantity,
});

const schema = z.strictObject({
  contract: id,
  contractNo: text(40),
  customerName: required(120),
  lines: z.array(line).min(1).max(500),
  /** Goods are to be in stock by this day. */
  due: day,
  plant: text(80),
  notes: text(500),
});

export type Notice = z.infer<typeof schema>;

const planning = ['planner'] as const;
const shown = ['planner', 'production', 'quality', 'warehouse', 'salesperson', 'manager', 'dgmSales', 'gm'] as const;

const approval = approvalSteps(
  { from: ['drafted', 'returned'], waiting: 'submitted', approved: 'issued', back: 'returned', refused: 'refused' },
  planning,
);

/**
 * 生产通知单 (MFG-02, S5.22–S5.23): planning writes it on a contract in force, the deputy general manager for sales issues it, the plant
 * produces to stock. `source` is the contract.
 */
export const notice = defineModule<Notice>({
  kind: 'notice',
  numberType: 'SC',
  v: 1,
  schema,
  editable: true,
  makers: planning,
  lifecycle: {
    initial: 'drafted',
    steps: {
      ...approval,
      submitted: { ...approval.submitted, gates: ['G-17'] },
      /** data: day */
      started: { from: ['issued'], to: 'producing', by: ['production', 'planner'], gates: ['G-27'] },
      /** The quality section inspected a lot and made out its certificate. data: certificateNo, certificate (file), lines [{ line, quantity }] */
      certified: { from: ['producing'], by: ['quality'] },
      /** Finished goods came into stock. data: inbound, lines [{ line, quantity }] */
      produced: { from: ['producing'], by: ['warehouse', 'production'] },
      finished: { from: ['producing'], to: 'finished', by: ['warehouse', 'production', 'planner'] },
      /** data: reason */
      cancelled: { from: ['drafted', 'returned', 'issued', 'producing'], to: 'cancelled', by: ['planner', 'dgmSales'] },
      printed: { from: ['drafted', 'submitted', 'returned', 'issued', 'producing', 'finished', 'refused', 'cancelled'], by: shown },
    },
  },
  describe: (body) => ({ title: `${body.customerName} · ${body.lines[0]?.name ?? ''}`, amount: 0 }),
  searchTexts: (body) => [body.customerName, body.contractNo],
  fields: {
    contractNo: 'text',
    contract: 'document',
    customerName: 'text',
    lines: 'lines',
    due: 'day',
    plant: 'text',
    notes: 'long',
  },
  lineFields: { code: 'text', name: 'text', spec: 'text', quantity: 'quantity', unit: 'text' },
  tones: {
    drafted: 'neutral',
    submitted: 'warn',
    returned: 'bad',
    issued: 'info',
    producing: 'info',
    finished: 'good',
    refused: 'bad',
    cancelled: 'neutral',
  },
  columns: ['no', 'day', 'title', 'party', 'owner', 'status'],
});
