import { z } from 'zod';
import type { Day } from '#shared/core/calendar.ts';
import { defineModule } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { id, optionalDay, required, text } from '../fields.ts';

const schema = z.strictObject({
  contract: id,
  contractNo: text(40),
  job: z.enum(['splicing', 'installation', 'repair']),
  customerName: required(120),
  site: required(200),
  contact: text(60),
  phone: text(30),
  /** What is to be done. */
  work: required(500),
  /** Day the customer asked for. */
  wantedOn: optionalDay,
  notes: text(300),
});

export type WorkOrder = z.infer<typeof schema>;

const office = ['salesperson', 'manager'] as const;

/** 派工单 (AFS-05, MFG-04): written by the business section, signed by the sales manager, scheduled once the first instalment is there. `source` is the contract. */
export const workorder = defineModule<WorkOrder>({
  kind: 'workorder',
  numberType: 'PG',
  v: 1,
  schema,
  makers: office,
  lifecycle: {
    initial: 'drafted',
    steps: {
      signed: { from: ['drafted'], to: 'signed', by: ['manager'], otherThan: ['committed'], awaited: true },
      /** data: reason. The writer makes a new one. */
      returned: { from: ['drafted'], to: 'returned', by: ['manager'], otherThan: ['committed'] },
      /** data: day, crew (staff ids), leader. Again for another day. */
      scheduled: { from: ['signed', 'scheduled'], to: 'scheduled', by: [...office, 'technician'], gates: ['G-40', 'G-41'] },
      /** data: day, note */
      done: { from: ['scheduled'], to: 'done', by: ['technician', 'manager'] },
      /** data: acceptance */
      accepted: { from: ['done'], to: 'accepted', by: ['technician', ...office] },
      /** The customer refused the work: it is scheduled again. data: acceptance, reason */
      reopened: { from: ['done'], to: 'signed', by: ['technician', ...office] },
      /** data: reason */
      cancelled: { from: ['drafted', 'signed', 'scheduled'], to: 'cancelled', by: ['manager'] },
      printed: {
        from: ['drafted', 'signed', 'scheduled', 'done', 'accepted', 'returned', 'cancelled'],
        by: [...office, 'technician', 'finance'],
      },
    },
  },
  describe: (body) => ({ title: `${body.customerName} · ${body.site}`, amount: 0 }),
  searchTexts: (body) => [body.customerName, body.contractNo, body.site, body.phone],
  fields: {
    contractNo: 'text',
    contract: 'document',
    job: 'choice',
    customerName: 'text',
    site: 'text',
    contact: 'text',
    phone: 'text',
    work: 'long',
    wantedOn: 'day',
    notes: 'long',
  },
  tones: { drafted: 'warn', signed: 'info', scheduled: 'info', done: 'warn', accepted: 'good', returned: 'bad', cancelled: 'neutral' },
  columns: ['no', 'day', 'title', 'party', 'owner', 'status'],
});

/** The day it is planned for now, '' before it was. */
export function scheduledDay({ events }: Pick<AnyRecord, 'events'>): Day | '' {
  const day = events.findLast(({ type }) => type === 'scheduled')?.data.day;
  return typeof day === 'string' ? day : '';
}

/** Staff ids of the crew, its leader first. */
export function crewOf({ events }: Pick<AnyRecord, 'events'>): string[] {
  const people = events.findLast(({ type }) => type === 'scheduled')?.data.crew;
  return Array.isArray(people) ? people.filter((id): id is string => typeof id === 'string') : [];
}
