import { z } from 'zod';

/** Somebody still has to do something. */
export const openPickups = ['written', 'photographed', 'recorded', 'drawn', 'stocked'] as const;
export const pickupStatuses = [...openPickups, 'closed', 'cancelled'] as const;

/** `status`: '' for all open ones, 'all' for every one. */
export const pickupsSearch = z.object({ status: z.enum(['', 'all', ...pickupStatuses]).catch('') });
