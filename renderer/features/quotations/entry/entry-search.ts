import { z } from 'zod';

/** `/quotations/new?party=&source=&revises=`: the customer, the visit it came from, the quotation this is the next revision of. */
export const entrySearch = z.object({
  party: z.string().max(40).catch(''),
  source: z.string().max(40).catch(''),
  revises: z.string().max(40).catch(''),
});
export type EntrySearch = z.infer<typeof entrySearch>;
