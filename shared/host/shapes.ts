/** What the calls and events between the page and the host carry. */
import { z } from 'zod';
import { recordSchema } from '#shared/documents/record.ts';
import { centreProblems } from '#shared/exchange/transport.ts';
import { paperForms } from '#shared/papers/content.ts';

/** Which book the desk works in: its own, or the removable demonstration. */
export const profileSchema = z.enum(['desk', 'demo']);

export const identitySchema = z.strictObject({
  company: z.string().min(1).max(80),
  branchCode: z.string().regex(/^[A-Z]{2}\d{2}$/),
  branchName: z.string().min(1).max(60),
  /** Desk letter within the branch; branch code and letter make the desk code 'HZ01-A', issued once and never reused. */
  deskLetter: z.string().regex(/^[A-Z]$/),
});

export const journalEntrySchema = z.strictObject({
  seq: z.number().int().min(1),
  commandId: z.string(),
  /** Milliseconds since 1970, host clock. */
  at: z.number().int(),
  documents: z.array(recordSchema),
});

export const printerProfileSchema = z.strictObject({
  printer: z.string(),
  /** Driver's form name, '' for the driver's default. */
  formName: z.string(),
  form: z.enum(paperForms),
  copyMode: z.enum(['carbonless', 'plain']),
  mono: z.boolean(),
  offset: z.strictObject({ x: z.number().min(-30).max(30), y: z.number().min(-30).max(30) }),
  scale: z.number().int().min(900).max(1100),
});

export const settingsSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en', '']).default(''),
  colorScheme: z.enum(['light', 'dark', 'auto']).default('auto'),
  /** Minutes without a key or pointer before the desk locks. */
  lockMinutes: z.number().int().min(1).max(240).default(10),
  /** Minutes east of UTC for business dates. */
  offsetMinutes: z.number().int().min(-720).max(840).default(480),
  /** Per kind of paper: where and how it prints. */
  printers: z.record(z.string(), printerProfileSchema).default({}),
  /** Names of the copies per kind of paper, in order; the office may rename them. */
  copies: z.record(z.string(), z.array(z.string().min(1).max(20)).min(1).max(6)).default({}),
  /** Saved views, column choices and the like, by screen. */
  views: z.record(z.string(), z.unknown()).default({}),
});

export const printJobSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  documentId: z.string(),
  paper: z.string(),
  printer: z.string(),
  at: z.number().int(),
  by: z.string(),
  state: z.enum(['waiting', 'printing', 'sent', 'opened', 'failed', 'cancelled']),
  problem: z.string(),
  pages: z.number().int(),
});

export const snapshotInfoSchema = z.strictObject({
  name: z.string(),
  at: z.number().int(),
  documents: z.number().int(),
  bytes: z.number().int(),
  /** The last journal entry it holds. */
  seq: z.number().int(),
  reason: z.enum(['schedule', 'update', 'demand', 'restore']),
  /** Which book it is of: only one of the present epoch may be built on; the others can be restored. */
  epoch: z.string(),
  /** Its bytes were altered, or it was made with another computer's key: it cannot be read. */
  damaged: z.boolean(),
});

export const hostInfoSchema = z.strictObject({
  shell: z.enum(['desktop', 'loopback']),
  /** Why the page runs in a browser and how to get the desktop; '' in the desktop. A key of `i18n host.shellReason.*`. */
  shellReason: z.enum(['', 'no-electron-binary', 'asked']),
  version: z.string(),
  platform: z.string(),
  profile: profileSchema,
  /** null on a fresh machine. */
  identity: identitySchema.extend({ deskCode: z.string() }).nullable(),
  /** New whenever the installation is new, restored from elsewhere or reset; names the IndexedDB databases. */
  epoch: z.string(),
  /** Last journal entry, 0 when none. */
  lastSeq: z.number().int(),
  /** Journal damage found at start: entries that could not be read, in the middle (a torn tail is repaired silently and not listed). */
  damaged: z.array(
    z.strictObject({
      file: z.string(),
      offset: z.number().int(),
      bytes: z.number().int(),
      fromSeq: z.number().int(),
      toSeq: z.number().int(),
    }),
  ),
  /** The last run did not end by itself. */
  unclean: z.boolean(),
  freeBytes: z.number(),
  hasDemo: z.boolean(),
  settings: settingsSchema,
});

/** A document that is not at the centre as this desk has it. */
export const outgoingSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  no: z.string(),
  title: z.string(),
  /** Milliseconds since 1970: written here (unsent) or refused (set aside). */
  at: z.number().int(),
});

export const centreStatusSchema = z.strictObject({
  /** 'alone': joined to no centre. 'stopped': nothing is exchanged until somebody acts on `problem`. */
  phase: z.enum(['alone', 'first-download', 'exchanging', 'idle', 'offline', 'stopped']),
  /** The centre's address, '' when alone. */
  url: z.string(),
  /** Why offline or stopped; '' otherwise. 'cloned': another installation works with this desk's code. 'too-old': this version. */
  problem: z.enum(['', ...centreProblems, 'cloned', 'too-old']),
  /** Documents of the first download or of a comparison of the whole book; null otherwise, total 0 while unknown. */
  progress: z.strictObject({ done: z.number().int(), total: z.number().int() }).nullable(),
  unsent: z.number().int(),
  setAside: z.number().int(),
  /** Photos and scans not sent yet. */
  filesUnsent: z.number().int(),
  /** Documents of a shape this version cannot read; kept at the centre, read after an update. */
  unreadable: z.number().int(),
  /** Milliseconds since 1970 of the last exchange that sent and fetched everything; 0: never. */
  lastComplete: z.number().int(),
  /** Milliseconds the server's clock is ahead of this computer's; 0 while unknown. */
  clockOffset: z.number().int(),
  /** The last thing that was put right by comparing the whole book, and when; '' when none. */
  healed: z.strictObject({
    reason: z.enum(['', 'centre-restored', 'centre-lost-documents', 'desk-restored', 'joined']),
    at: z.number().int(),
  }),
});
