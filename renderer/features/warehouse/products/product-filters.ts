import { z } from 'zod';
import { addressText } from '../address-text.ts';

/** `status`: '' for what is sold, 'all' with discontinued ones too. */
export const productFilters = z.object({ text: addressText, status: addressText, group: addressText });
