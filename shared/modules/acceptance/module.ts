import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { day, file, id, required, text } from '../fields.ts';

const item = z.strictObject({ item: required(120), standard: text(120), found: text(200), passed: z.boolean() });

const schema = z.strictObject({
  contract: id,
  contractNo: text(40),
  workorder: id,
  workorderNo: text(40),
  customerName: required(120),
  site: text(200),
  doneOn: day,
  items: z.array(item).max(100),
  findings: text(1000),
  /** passed; conditional: accepted with defects to put right; failed: the work is done again. */
  outcome: z.enum(['passed', 'conditional', 'failed']),
  photo: file,
});

export type Acceptance = z.infer<typeof schema>;

const crew = ['technician', 'salesperson', 'manager'] as const;

/** 验收报告 (AFS-06): written by the crew, signed by the customer. `source` is the contract. */
export const acceptance = defineModule<Acceptance>({
  kind: 'acceptance',
  numberType: 'YS',
  v: 1,
  schema,
  makers: crew,
  lifecycle: {
    initial: 'drafted',
    steps: {
      /** The customer signs. data: name, file, day */
      signed: { from: ['drafted'], to: 'signed', by: crew },
      /** Written wrongly; another one takes its place. data: reason */
      withdrawn: { from: ['drafted'], to: 'withdrawn', by: crew },
      printed: { from: ['drafted', 'signed', 'withdrawn'], by: [...crew, 'finance'] },
    },
  },
  describe: (body) => ({ title: `${body.customerName} · ${body.site}`, amount: 0 }),
  searchTexts: (body) => [body.customerName, body.contractNo, body.workorderNo],
  fields: {
    contractNo: 'text',
    contract: 'document',
    workorderNo: 'text',
    workorder: 'document',
    customerName: 'text',
    site: 'text',
    doneOn: 'day',
    items: 'lines',
    findings: 'long',
    outcome: 'choice',
    photo: 'file',
  },
  lineFields: { item: 'text', standard: 'text', found: 'text', passed: 'flag' },
  tones: { drafted: 'warn', signed: 'good', withdrawn: 'neutral' },
  columns: ['no', 'day', 'title', 'party', 'owner', 'status'],
});
