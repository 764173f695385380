import { z } from 'zod';
import type { AnyRecord } from '#shared/documents/record.ts';
import { cardLevels, customer, customerClasses } from '#shared/modules/customer/module.ts';

/** Digits typed into the address come as a number. */
const word = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().catch(''));

/** Filters of the customer list, as they stand in the address. '' means any. */
export const customersSearch = z.object({
  text: word,
  class: z
    .enum(['', ...customerClasses])
    .catch('')
    .default(''),
  /** '-' for customers without a level. */
  level: z
    .enum([...cardLevels, '-'])
    .catch('')
    .default(''),
  type: z.enum(['', 'organisation', 'person']).catch('').default(''),
  status: z.enum(['', 'prospect', 'active', 'dormant', 'merged', 'withdrawn']).catch('').default(''),
  owner: word,
});

export type CustomersSearch = z.infer<typeof customersSearch>;

/** Files that came to nothing; only shown when asked for. */
export const restingStatuses = ['merged', 'withdrawn'];

/** Whether a file is meant by the filters, the text aside. */
export function isWanted(record: AnyRecord, filters: CustomersSearch): boolean {
  const { body, status, owner } = customer.read(record);
  return (
    (filters.status === '' ? !restingStatuses.includes(status) : status === filters.status) &&
    (filters.class === '' || body.class === filters.class) &&
    (filters.type === '' || body.type === filters.type) &&
    (filters.level === '' || body.level === (filters.level === '-' ? '' : filters.level)) &&
    (filters.owner === '' || owner === filters.owner)
  );
}
