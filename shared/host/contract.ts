/**
 * Every call and event between the page and the host, for both shells (Electron IPC, loopback WebSocket).
 * Inputs and outputs are parsed on the side that receives them; the host's handlers and the page's client derive their types from here.
 */
import { z } from 'zod';
import { recordSchema } from '#shared/documents/record.ts';
import { overviewSchema } from '#shared/exchange/centre-notes.ts';
import { paperJob } from '#shared/papers/content.ts';
import {
  profileSchema,
  identitySchema,
  journalEntrySchema,
  printerProfileSchema,
  settingsSchema,
  printJobSchema,
  snapshotInfoSchema,
  hostInfoSchema,
  outgoingSchema,
  centreStatusSchema,
} from './shapes.ts';

const nothing = z
  .undefined()
  .or(z.null())
  .transform(() => undefined);
/** Documents in one command: a whole import is one durable write. */
export const mostDocuments = 25_000;

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes expected');

export const hostCalls = {
  'desk.describe': { input: nothing, output: hostInfoSchema },
  /** Once, on a fresh profile. Refuses a second time. */
  'desk.setUp': { input: identitySchema, output: hostInfoSchema },
  /** Switches the profile; creates the demo profile, not set up yet, when it is missing. The page reloads afterwards. */
  'desk.useProfile': { input: z.strictObject({ profile: profileSchema }), output: hostInfoSchema },
  /** Removes the demo profile's files; the page deletes its databases. */
  'desk.removeDemo': { input: nothing, output: hostInfoSchema },

  /** A piece of a command too long for one message, kept in memory until its `journal.append`. Another command's pieces are forgotten. */
  'journal.stage': {
    input: z.strictObject({
      commandId: z.string().min(1).max(64),
      piece: z.number().int().min(0).max(mostDocuments),
      documents: z.array(recordSchema).min(1).max(mostDocuments),
    }),
    output: nothing,
  },
  /**
   * Durably (write + fsync) appends one command's documents and gives out the printed numbers in the same write.
   * A number is `${range}-${sequence, at least 4 digits}`, per range, and is put into the document's `no` before it is written; the
   * range must be of this desk. The same commandId again answers as before and writes nothing.
   * Throws HostFailure 'disk-full' | 'read-only' | 'journal-failed' | 'not-set-up' | 'too-large'. Nothing was written then; try again.
   */
  'journal.append': {
    input: z.strictObject({
      /** Pieces given before by `journal.stage`, which come first. */
      staged: z.number().int().min(0).default(0),
      commandId: z.string().min(1).max(64),
      documents: z.array(recordSchema).min(1).max(mostDocuments),
      numbers: z.array(z.strictObject({ documentId: z.string(), range: z.string().regex(/^[A-Z]{2}-[A-Z]{2}\d{2}-[A-Z]-\d{4}$/) })),
    }),
    output: z.strictObject({ seq: z.number().int(), numbers: z.record(z.string(), z.string()) }),
  },
  /** Entries after `after`, oldest first, at most `limit` entries or about 4 MB; snapshot documents do not appear here. */
  'journal.read': {
    input: z.strictObject({ after: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
    output: z.strictObject({
      entries: z.array(journalEntrySchema),
      lastSeq: z.number().int(),
      /** Oldest entry still in the journal; older ones live in snapshots. */ firstSeq: z.number().int(),
    }),
  },

  /**
   * The same for a page that hands documents on unread: those of the entries after `after` that follow each other without a gap, about half a
   * megabyte of UTF-8, one JSON text a line; the first `skip` documents are left out. Every entry but the last is whole.
   */
  'journal.lines': {
    input: z.strictObject({ after: z.number().int().min(0), skip: z.number().int().min(0) }),
    output: z.strictObject({
      lines: bytes,
      entries: z.array(z.strictObject({ seq: z.number().int(), documents: z.number().int(), isWhole: z.boolean() })),
      lastSeq: z.number().int(),
    }),
  },

  /**
   * Newest first. A fresh book is built from the first one of the present epoch that is not damaged, then from the journal after its `seq`;
   * without one, from the journal alone.
   */
  'snapshots.list': { input: nothing, output: z.array(snapshotInfoSchema) },
  'snapshots.make': { input: z.strictObject({ reason: z.enum(['schedule', 'update', 'demand']) }), output: snapshotInfoSchema },
  /** Pages through a snapshot's documents; `after` is how many were read already. Checksum verified at the first page. */
  'snapshots.read': {
    input: z.strictObject({ name: z.string(), after: z.number().int().min(0), limit: z.number().int().min(1).max(2000) }),
    output: z.strictObject({ documents: z.array(recordSchema), total: z.number().int(), seq: z.number().int() }),
  },
  /** The same, unread: JSON texts, one a line, about half a megabyte of UTF-8. */
  'snapshots.lines': {
    input: z.strictObject({ name: z.string(), after: z.number().int().min(0) }),
    output: z.strictObject({ lines: bytes, documents: z.number().int(), total: z.number().int(), seq: z.number().int() }),
  },
  /**
   * Takes the desk back to a snapshot: journal entries after it are set aside (kept as a file, never deleted), number counters stay ahead
   * of every number ever given, epoch changes, so that the page builds a fresh book. With keepJournal the newer entries stay in force.
   * What was in force before is first kept as a snapshot of its own, so that a restore can be undone by another. The restored state
   * appears as a new snapshot, `reason: 'restore'`, at the head of the list.
   */
  'snapshots.restore': { input: z.strictObject({ name: z.string(), keepJournal: z.boolean() }), output: hostInfoSchema },

  'drafts.list': {
    input: nothing,
    output: z.array(
      z.strictObject({ id: z.string(), kind: z.string(), owner: z.string(), at: z.number().int(), title: z.string(), body: z.unknown() }),
    ),
  },
  'drafts.put': {
    input: z.strictObject({
      id: z.string().regex(/^[0-9A-Z]{26}$/),
      kind: z.string(),
      owner: z.string(),
      title: z.string(),
      body: z.unknown(),
    }),
    output: z.strictObject({ at: z.number().int() }),
  },
  'drafts.remove': { input: z.strictObject({ id: z.string().regex(/^[0-9A-Z]{26}$/) }), output: nothing },

  /** Content-addressed: the answer's hash (SHA-256, hex) is the file's name for ever. At most 20 MB. */
  'files.put': {
    input: z.strictObject({ type: z.string().max(80), name: z.string().max(200), content: bytes }),
    output: z.strictObject({ hash: z.string(), size: z.number().int() }),
  },
  'files.get': {
    input: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: z.strictObject({ type: z.string(), name: z.string(), content: bytes }),
  },

  /** Argon2id. A PIN is 4 to 12 digits. */
  'pin.hash': { input: z.strictObject({ pin: z.string().regex(/^\d{4,12}$/) }), output: z.strictObject({ hash: z.string() }) },
  /**
   * Five wrong tries in a row for one staff id lock it for a minute; each wrong one after that for two, four …, an hour at most.
   * `waitSeconds` > 0 with `right: false`: locked, this try was not looked at or was the one that locked it. A right one clears the count.
   */
  'pin.verify': {
    input: z.strictObject({ staff: z.string(), hash: z.string(), pin: z.string().max(12) }),
    output: z.strictObject({ right: z.boolean(), waitSeconds: z.number().int(), triesLeft: z.number().int() }),
  },

  /**
   * Joins this desk to a centre. On a fresh profile the code gives it its identity; a desk that has one keeps its papers, takes the code's desk
   * code and sends everything. Throws HostFailure 'invalid-input' (no such code), 'centre-failed' (message: a CentreProblemCode),
   * 'wrong-branch', 'already-joined', 'internal'. A desk stopped as 'cloned' or 'unauthorized' joins again the same way.
   */
  'centre.join': { input: z.strictObject({ url: z.string().max(300), code: z.string().max(60) }), output: hostInfoSchema },
  'centre.status': { input: nothing, output: centreStatusSchema },
  /** One exchange now; answers when it has ended, well or not. */
  'centre.exchange': { input: nothing, output: centreStatusSchema },
  /** Oldest first, at most 500. */
  'centre.unsent': { input: nothing, output: z.array(outgoingSchema) },
  /** What the centre refused. `reason`: the server's own word, a key of `i18n sync.refused.*` where we know it. */
  'centre.setAside': { input: nothing, output: z.array(outgoingSchema.extend({ reason: z.string(), withdrawn: z.boolean() })) },
  /** Sends a refused document once more with the next exchange. */
  'centre.retry': { input: z.strictObject({ id: z.string() }), output: nothing },
  /** Keeps a refused document here and stops counting it as work to do; it can still be retried. */
  'centre.withdraw': { input: z.strictObject({ id: z.string() }), output: nothing },
  /** Every branch's and desk's last sign of life as the judge saw them; null before the first one arrived. */
  'centre.overview': { input: nothing, output: overviewSchema.nullable() },

  'settings.save': { input: settingsSchema, output: settingsSchema },

  /** `missing`: characters no font has; printed as 〓 and shown to the user before printing. */
  'papers.render': { input: paperJob, output: z.strictObject({ pdf: bytes, pages: z.number().int(), missing: z.array(z.string()) }) },
  'printers.list': {
    input: nothing,
    output: z.array(z.strictObject({ name: z.string(), isDefault: z.boolean(), forms: z.array(z.string()) })),
  },
  /** Queues a job; one at a time per printer. `printer` '' opens the PDF in the system's viewer. */
  'printers.print': {
    input: z.strictObject({
      job: paperJob,
      title: z.string(),
      documentId: z.string(),
      paper: z.string(),
      printer: z.string(),
      formName: z.string(),
      by: z.string(),
    }),
    output: printJobSchema,
  },
  'printers.queue': { input: nothing, output: z.array(printJobSchema) },
  'printers.cancel': { input: z.strictObject({ id: z.string() }), output: nothing },
  'printers.retry': { input: z.strictObject({ id: z.string() }), output: nothing },

  'disk.free': { input: nothing, output: z.strictObject({ freeBytes: z.number() }) },
  /** An error the page caught; the host writes it to its log file. */
  'log.write': { input: z.strictObject({ level: z.enum(['info', 'warn', 'error']), message: z.string().max(8000) }), output: nothing },
} as const;

export const hostEvents = {
  'centre.changed': centreStatusSchema,
  /** Entries that the page did not write: documents that came from the centre. */
  'journal.grew': z.strictObject({ lastSeq: z.number().int() }),
  'print.changed': printJobSchema,
  'disk.low': z.strictObject({ freeBytes: z.number() }),
  /** Another window took this desk over; this page stops writing and says so. */
  'desk.taken': z.strictObject({}),
} as const;

export type HostCall = keyof typeof hostCalls;
export type HostInput<C extends HostCall> = z.input<(typeof hostCalls)[C]['input']>;
export type HostOutput<C extends HostCall> = z.output<(typeof hostCalls)[C]['output']>;
export type HostEvent = keyof typeof hostEvents;
export type HostEventData<E extends HostEvent> = z.output<(typeof hostEvents)[E]>;

export type HostInfo = z.output<typeof hostInfoSchema>;
export type Identity = z.output<typeof identitySchema>;
export type Settings = z.output<typeof settingsSchema>;
export type PrintJob = z.output<typeof printJobSchema>;
export type PrinterProfile = z.output<typeof printerProfileSchema>;
export type CentreStatus = z.output<typeof centreStatusSchema>;
export type SnapshotInfo = z.output<typeof snapshotInfoSchema>;
export type JournalEntry = z.output<typeof journalEntrySchema>;
export type Profile = z.output<typeof profileSchema>;

/** What the page sees of the host, whichever shell carries it. Calls reject with HostFailure. */
export interface Host {
  call<C extends HostCall>(name: C, input: HostInput<C>): Promise<HostOutput<C>>;
  on<E extends HostEvent>(name: E, listener: (data: HostEventData<E>) => void): () => void;
}

/** The host's side: one async function per call. */
export type HostHandlers = { [C in HostCall]: (input: z.output<(typeof hostCalls)[C]['input']>) => Promise<HostOutput<C>> };

/** Codes a call can fail with; each has an explanation at `i18n host.failure.*`. */
export const hostFailureCodes = [
  'invalid-input',
  'disk-full',
  'read-only',
  'journal-failed',
  'not-set-up',
  'already-set-up',
  'not-found',
  'damaged',
  /** Another process has this desk's folder open. */
  'in-use',
  'too-large',
  /** Joining: the centre did not let it happen; the message is a CentreProblemCode. */
  'centre-failed',
  /** Joining: the code is of another branch than this desk's. */
  'wrong-branch',
  'already-joined',
  /** This computer's clock is far ahead of the centre's: what is signed now would be refused until that day. */
  'clock-ahead',
  'print-failed',
  'render-failed',
  'disconnected',
  /** Another window has the desk now; whether a command under way was written, only that window knows. */
  'taken',
  /** The book was closed while the command waited. */
  'closed',
  /** The page was not opened by the desk's own start, or another computer's page tries. */
  'refused',
  'timed-out',
  'internal',
] as const;
export type HostFailureCode = (typeof hostFailureCodes)[number];

export class HostFailure extends Error {
  readonly code: HostFailureCode;

  constructor(code: HostFailureCode, message: string) {
    super(message);
    this.name = 'HostFailure';
    this.code = code;
  }
}
