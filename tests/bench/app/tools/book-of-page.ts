import type { Book } from '#renderer/book/book.ts';

/** As much of React's tree as is walked. */
interface Fiber {
  memoizedProps: { value?: unknown } | null;
  child: Fiber | null;
  sibling: Fiber | null;
  stateNode: { current?: Fiber } | null;
}

/** The book the program's page works with: the value of a context near the root. @throws when there is none yet */
export function bookOf(page: Document): Book {
  const root = page.getElementById('root');
  const key = Object.keys(root ?? {}).find((name) => name.startsWith('__reactContainer$'));
  const first = key === undefined ? null : (root as unknown as Record<string, Fiber>)[key];
  const waiting: (Fiber | null | undefined)[] = [first?.stateNode?.current];
  for (let fiber = waiting.shift(); fiber; fiber = waiting.shift()) {
    const value = fiber.memoizedProps?.value;
    if (isBook(value)) return value;
    waiting.push(fiber.child, fiber.sibling);
    while (waiting.length > 0 && !waiting[0]) waiting.shift();
  }
  throw new Error('no book in this page');
}

function isBook(value: unknown): value is Book {
  return typeof value === 'object' && value !== null && 'run' in value && 'watch' in value && 'search' in value;
}
