/**
 * The centre's own documents beside the business documents. Their ids begin with 'bd:', which no ULID does.
 * `bd:centre` (company and every branch database): what it is and which life it is in; written by provisioning only.
 * `bd:desk:<desk code>` (branch database): a desk's last sign of life; written by that desk.
 * `bd:overview` (company database): all desks' last signs of life; written by the judge.
 */
import { z } from 'zod';

export const CENTRE_NOTE = 'bd:centre';
export const OVERVIEW_NOTE = 'bd:overview';
export const deskNoteId = (deskCode: string): string => `bd:desk:${deskCode}`;
export const isNote = (id: string): boolean => id.startsWith('bd:') || id.startsWith('_');
/** Signs of life of others are none: with ten desks to a branch they would wake all of them all day. */
export const isNews = (id: string): boolean => id === CENTRE_NOTE || !isNote(id);

export const centreNoteSchema = z.looseObject({
  /** New when the server was restored from a backup: desks then send again whatever is missing. */
  epoch: z.string().min(1),
  company: z.string(),
  /** '' in the company's database. */
  branchCode: z.string(),
  branchName: z.string(),
  /** Code of the branch that is the head office, '' when there is none. */
  headOffice: z.string(),
  /** Desks older than this version stop sending and say so. */
  oldestVersion: z.string(),
});
export type CentreNote = z.infer<typeof centreNoteSchema>;

export const deskNoteSchema = z.looseObject({
  /** Chosen anew at each sign of life. One that this desk did not choose proves that a copy of it is at work. */
  nonce: z.string(),
  /** Milliseconds since 1970, desk's clock. */
  at: z.number().int(),
  lastComplete: z.number().int(),
  unsent: z.number().int(),
  setAside: z.number().int(),
  version: z.string(),
});
export type DeskNote = z.infer<typeof deskNoteSchema>;

export const overviewSchema = z.looseObject({
  at: z.number().int(),
  branches: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      desks: z.array(deskNoteSchema.omit({ nonce: true }).extend({ code: z.string(), revoked: z.boolean() })),
    }),
  ),
});
export type Overview = z.infer<typeof overviewSchema>;
