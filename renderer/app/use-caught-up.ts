import { useEffect, useState } from 'react';
import type { Host } from '#shared/host/contract.ts';
import type { Book } from '../book/book.ts';

/** Often enough for somebody who waits. */
const LOOK_MS = 200;

/** Whether this page's book has taken in all that the host's journal had when `asked` became true. */
export function useCaughtUp(host: Host, book: Book, asked: boolean): boolean {
  const [caughtUp, setCaughtUp] = useState(false);
  useEffect(() => {
    if (!asked || caughtUp) return;
    let lastSeq = Infinity;
    host.call('desk.describe', undefined).then(
      (info) => (lastSeq = info.lastSeq),
      () => undefined,
    );
    const timer = setInterval(() => {
      if (book.reached() >= lastSeq) setCaughtUp(true);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [host, book, asked, caughtUp]);
  return caughtUp;
}
