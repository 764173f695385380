/** The host as the program's own page talks to it. */
import { connectHost } from '#renderer/desk/connect-host.ts';
import type { Book } from '#renderer/book/book.ts';
import { openBook } from '#renderer/book/open-book.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Host, HostInfo } from '#shared/host/contract.ts';

export async function hostAndInfo(): Promise<{ host: Host; info: HostInfo }> {
  const host = await connectHost();
  return { host, info: await host.call('desk.describe', undefined) };
}

/** All documents of the journal, a thousand at a time. */
export async function* documentsOf(host: Host, most = Infinity): AsyncGenerator<AnyRecord[]> {
  let waiting: AnyRecord[] = [];
  let given = 0;
  for (let after = 0; given < most;) {
    const { entries, lastSeq } = await host.call('journal.read', { after, limit: 500 });
    const last = entries.at(-1);
    if (!last) break;
    after = last.seq;
    waiting.push(...entries.flatMap(({ documents }) => documents));
    const atEnd = after >= lastSeq;
    for (let batch = waiting.splice(0, 1_000); batch.length > 0; batch = waiting.splice(0, 1_000)) {
      if (batch.length < 1_000 && !atEnd) {
        waiting = batch;
        break;
      }
      const some = batch.slice(0, most - given);
      given += some.length;
      if (some.length > 0) yield some;
    }
  }
}

/** The open book of this page, caught up with the journal: once opened, always the same. */
let opened: Promise<Book> | null = null;

export function theBook(): Promise<Book> {
  opened ??= openCaughtUp();
  return opened;
}

async function openCaughtUp(): Promise<Book> {
  const { host, info } = await hostAndInfo();
  const book = await openBook({ host, info });
  for (const now = (): boolean => book.phase().phase === 'ready' && book.reached() >= info.lastSeq; !now();) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return book;
}
