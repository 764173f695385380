import { z } from 'zod';
import { addressText } from '../address-text.ts';

/** `unsigned`: days since the goods went out, at least; '' for all notes. */
export const dispatchFilters = z.object({
  status: addressText,
  dayFrom: addressText,
  dayTo: addressText,
  location: addressText,
  unsigned: addressText,
});
