import { z } from 'zod';

export const requestStatuses = ['asked', 'taken', 'finished', 'declined', 'withdrawn'] as const;

export const requestsSearch = z.object({
  status: z.enum(['', ...requestStatuses]).catch(''),
  type: z.enum(['', 'purchase', 'production']).catch(''),
});
