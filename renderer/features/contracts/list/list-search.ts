import { z } from 'zod';

/** Filters of the two lists; '' means none. `unarchived`: contracts in force that nobody put away yet. */
export const listSearch = z.object({
  status: z.string().max(24).catch(''),
  dayFrom: z.string().max(10).catch(''),
  dayTo: z.string().max(10).catch(''),
  owner: z.string().max(40).catch(''),
  party: z.string().max(40).catch(''),
});
