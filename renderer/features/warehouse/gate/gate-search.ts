import { z } from 'zod';
import { addressText } from '../address-text.ts';

/** `pass`: the gate pass that is open, e.g. because its paper was scanned. */
export const gateSearch = z.object({ pass: addressText });
