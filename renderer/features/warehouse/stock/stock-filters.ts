import { z } from 'zod';
import { addressText } from '../address-text.ts';

/** `low` is '1' or ''; `transfer` opens the form with that product, 'new' without one. */
export const stockFilters = z.object({ location: addressText, low: addressText, text: addressText, transfer: addressText });
