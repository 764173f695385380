import { z } from 'zod';
import { addressText } from '../address-text.ts';

export const returnFilters = z.object({ status: addressText, dayFrom: addressText, dayTo: addressText });
