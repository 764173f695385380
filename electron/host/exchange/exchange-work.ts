import type { AnyRecord } from '#shared/documents/record.ts';
import type { BookName } from '#shared/exchange/books.ts';
import type { CouchDatabase } from '#shared/exchange/couch-database.ts';
import type { CentreStatus, Identity } from '#shared/host/contract.ts';
import type { Disk } from '../disk/disk.ts';
import type { Files } from '../files/create-files.ts';
import type { Journal } from '../journal/open-journal.ts';
import type { ExchangeMemory } from './exchange-memory.ts';
import type { ExchangeState, HealingReason } from './exchange-state.ts';
import type { Connect } from './join-centre.ts';
import type { Outbox } from './outbox.ts';
import type { SecretStore } from './sealed-secret.ts';

export interface ExchangeOptions {
  disk: Disk;
  folder: string;
  journal: Journal;
  files: Files;
  /** Every document of this desk's book as it is now. */
  everything(): AsyncIterable<AnyRecord>;
  identity(): Identity | null;
  saveIdentity(identity: Identity): Promise<void>;
  connect: Connect;
  secret: SecretStore;
  /** Version of the program. */
  version: string;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  /** A new password: at least 128 random bits. */
  newSecret(): string;
  log(level: 'info' | 'warn' | 'error', message: string): void;
  changed(status: CentreStatus): void;
  grew(lastSeq: number): void;
}

export type Books = Record<BookName, CouchDatabase>;

/** What the parts of an exchange share. */
export interface ExchangeWork extends ExchangeOptions {
  memory: ExchangeMemory;
  outbox: Outbox;
  /** Tells the page when the status is another one than it knows. */
  tell(change?: Partial<Pick<CentreStatus, 'phase' | 'problem' | 'progress'>>): void;
  isClosed(): boolean;
}

/** Nothing is exchanged until somebody acts. */
export class Stopped extends Error {
  readonly why: 'cloned' | 'too-old';

  constructor(why: 'cloned' | 'too-old') {
    super(why);
    this.why = why;
  }
}

/** The feeds are read from their beginning, and the whole book is compared. No sign of this desk is known to be there. */
export async function beginAnew(
  { memory, log }: ExchangeWork,
  book: BookName,
  reason: HealingReason,
  also: Partial<ExchangeState> = {},
): Promise<void> {
  log('warn', `${book}: ${reason}; the whole book is compared`);
  const since = { branch: '0', company: '0', files: '0' };
  await memory.save({ ...also, since, places: { branch: [], company: [] }, compare: reason, signed: '', proofs: [], unreadable: [] });
}
