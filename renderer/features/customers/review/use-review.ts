import type { Day } from '#shared/core/calendar.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { reviewDue } from '#shared/modules/customer/facts.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { threshold } from '#shared/policy/parameters.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import type { Loadable } from '#renderer/ui/loadable.ts';

export interface DueFile {
  record: DocumentRecord<Customer>;
  last: Day;
  overdueDays: number;
}

export interface ReviewList {
  due: readonly DueFile[];
  /** Days between reviews, by class. */
  intervals: Readonly<Record<Customer['class'], number>>;
  /** Not all files were looked at. */
  partly: boolean;
}

/** Files looked at: when a file was last gone through stands in its events, not in an index. */
export const MOST_FILES = 5_000;

/** Files whose class's interval is over, longest first (CRM-03, CRM-04). */
export function useReview(): Loadable<ReviewList> {
  const { today, settings } = useDesk();
  return useLive(
    async (read) => {
      const parameters = await parametersInForce(read, today);
      const found = await Promise.all(['prospect', 'active'].map((status) => read.all({ kind: customer.kind, status }, MOST_FILES)));
      const due = found
        .flatMap(({ rows }) => rows)
        .map(customer.read)
        .map((record) => ({ record, ...reviewDue(record, today, settings.offsetMinutes, parameters) }))
        .filter(({ overdueDays }) => overdueDays >= 0)
        .toSorted((a, b) => b.overdueDays - a.overdueDays);
      const interval = (one: Customer['class']) => threshold(parameters, `customer.review_days_${one}`);
      return {
        due,
        intervals: { key: interval('key'), potential: interval('potential'), ordinary: interval('ordinary') },
        partly: found.some(({ complete }) => !complete),
      };
    },
    [today, settings.offsetMinutes],
  );
}
