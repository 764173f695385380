import 'fake-indexeddb/auto';
import { ok } from '#shared/core/result.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Actor } from '#shared/policy/roles.ts';
import type { Book, BookPhase } from './book.ts';
import { aMemoryHost, type MemoryHost } from './memory-host.fixture.ts';
import { openBook } from './open-book.ts';

export interface TestBook {
  book: Book;
  host: MemoryHost;
  /** Every phase so far, in order. */
  phases: BookPhase[];
  /** What the book put into the log. */
  problems: unknown[];
}

export interface TestBookOptions {
  /** In the book from the beginning, as they are; those that need a printed number and have none get one. */
  records?: readonly AnyRecord[];
  actor?: Actor;
  /** An older book's host: its journal is there already. */
  host?: MemoryHost;
  /** Clock, milliseconds since 1970; the computer's own when left out. */
  now?: () => number;
}

const open = new Set<Book>();

/** A real book over fake IndexedDB and a host in memory, caught up. */
export async function aTestBook({
  records = [],
  actor = aPerson('经理', 'manager'),
  host = aMemoryHost(),
  now,
}: TestBookOptions = {}): Promise<TestBook> {
  const phases: BookPhase[] = [];
  const problems: unknown[] = [];
  const book = await openBook({
    host,
    info: host.info(),
    ...(now ? { now } : {}),
    onProblem: (problem) => problems.push(problem),
    onPhase: (phase) => phases.push(phase),
  });
  open.add(book);
  if (records.length > 0) await book.run(actor, async () => ok({ records, answer: null }));
  await book.size();
  return { book, host, phases, problems };
}

/** For `afterEach`: RxDB allows 13 open books in a process. */
export async function closeTestBooks(): Promise<void> {
  for (const book of open) await book.close();
  open.clear();
}
