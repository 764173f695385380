import { z } from 'zod';
import type { AnyRecord } from '#shared/documents/record.ts';
import { visit } from '#shared/modules/visit/module.ts';
import { openStatuses } from '../home/use-reception-day.ts';

const word = z.string().catch('').default('');

/** Filters of the visit list, as they stand in the address. '' means any. */
export const visitsSearch = z.object({
  dayFrom: word,
  dayTo: word,
  status: z.enum(['', 'open', 'closed', 'cancelled']).catch('').default(''),
  host: word,
  channel: z.enum(['', 'walk-in', 'phone']).catch('').default(''),
  outcome: word,
});

export type VisitsSearch = z.infer<typeof visitsSearch>;

/** Whether a visit is meant by the filters, the days aside. */
export function isWanted(record: AnyRecord, filters: VisitsSearch): boolean {
  const { status, owner, body, events } = visit.read(record);
  const outcome = events.findLast((event) => event.type === 'closed')?.data.outcome;
  return (
    (filters.status === ''
      ? status !== 'cancelled'
      : filters.status === 'open'
        ? openStatuses.some((one) => one === status)
        : status === filters.status) &&
    (filters.host === '' || owner === filters.host) &&
    (filters.channel === '' || body.channel === filters.channel) &&
    (filters.outcome === '' || outcome === filters.outcome)
  );
}
