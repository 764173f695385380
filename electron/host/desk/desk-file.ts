/** What a profile knows about itself: whose desk it is, which book it holds, a restore that is under way. */
import { z } from 'zod';
import { identitySchema } from '#shared/host/shapes.ts';

const restoreSchema = z.strictObject({
  /** Snapshot gone back to. */
  from: z.string(),
  keepJournal: z.boolean(),
  /** Epoch afterwards. */
  epoch: z.string(),
});

export const deskFileSchema = z.strictObject({
  identity: identitySchema.nullable(),
  epoch: z.string().min(1),
  /** Set before a restore begins and taken away when it is complete: a start in between completes it. */
  restore: restoreSchema.nullable(),
});
export type DeskFile = z.infer<typeof deskFileSchema>;
