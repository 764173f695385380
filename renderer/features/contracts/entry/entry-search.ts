import { z } from 'zod';

/** `/applications/new?party=&quotation=&source=&corrects=`: the customer, the quotation agreed to, the visit it came from, the form to be corrected. */
export const entrySearch = z.object({
  party: z.string().max(40).catch(''),
  quotation: z.string().max(40).catch(''),
  source: z.string().max(40).catch(''),
  corrects: z.string().max(40).catch(''),
});
export type EntrySearch = z.infer<typeof entrySearch>;
