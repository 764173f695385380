import { z } from 'zod';
import { addressText } from '../address-text.ts';

/** `order`: the order the note is for; '' lets the user choose one. */
export const newDispatchSearch = z.object({ order: addressText });
