import 'fake-indexeddb/auto';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { cleanup, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { dayOf } from '#shared/core/calendar.ts';
import { ok } from '#shared/core/result.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { holdsAny, type Actor } from '#shared/policy/roles.ts';
import { DeskContext, type Desk } from '../desk/desk.ts';
import { AppProviders } from '../ui/AppProviders.tsx';
import { BookContext } from './book-context.ts';
import type { Book } from './book.ts';
import { aMemoryHost, type MemoryHost } from './memory-host.fixture.ts';
import { openBook } from './open-book.ts';

export interface TestBook {
  book: Book;
  host: MemoryHost;
}

export interface TestBookOptions {
  /** In the book from the beginning, as they are; those that need a printed number and have none get one. */
  records?: readonly AnyRecord[];
  actor?: Actor;
  host?: MemoryHost;
  /** Clock, milliseconds since 1970; the computer's own when left out. */
  now?: () => number;
}

const open: Book[] = [];

/** What jsdom lacks and Mantine asks for. */
function completeWindow(): void {
  const quiet = () => undefined;
  window.matchMedia ??= (media) =>
    ({ matches: false, media, addEventListener: quiet, removeEventListener: quiet }) as unknown as MediaQueryList;
  window.scrollTo = quiet;
  window.ResizeObserver ??= class {
    observe = quiet;
    unobserve = quiet;
    disconnect = quiet;
  };
  Element.prototype.scrollIntoView ??= quiet;
}

/** A real book over fake IndexedDB and a host in memory. Closed by `closeTestBooks`: RxDB allows 13 open ones in a process. */
export async function aTestBook({
  records = [],
  actor = aPerson('经理', 'manager'),
  host = aMemoryHost(),
  now,
}: TestBookOptions = {}): Promise<TestBook> {
  const book = await openBook({
    host,
    info: host.info(),
    ...(now ? { now } : {}),
    onProblem: (problem) => console.error('book:', problem),
  });
  open.push(book);
  if (records.length > 0) await book.run(actor, async () => ok({ records, answer: null }));
  await book.size();
  return { book, host };
}

/** For `afterEach`: takes everything off the screen and closes every book. */
export async function closeTestBooks(): Promise<void> {
  cleanup();
  for (const book of open.splice(0)) await book.close();
}

export interface RenderWithBookOptions extends TestBookOptions {
  /** A book opened before, instead of a new one. */
  on?: TestBook;
  /** Address, and the pattern it is read by: `{ path: '/orders/01J…?tab=x', route: '/orders/$id' }`. Links to elsewhere show nothing. */
  path?: string;
  route?: string;
  language?: 'zh-CN' | 'en';
  desk?: Partial<Desk>;
}

/** Renders a component as a signed-in person's screen: book, desk, words, address. In jsdom (`// @vitest-environment jsdom`). */
export async function renderWithBook(
  ui: ReactNode,
  options: RenderWithBookOptions = {},
): Promise<RenderResult & TestBook & { path(): string }> {
  completeWindow();
  const { book, host } = options.on ?? (await aTestBook(options));
  const { actor = aPerson('经理', 'manager'), now = Date.now, path = '/', route = '/', language = 'zh-CN' } = options;
  const info = host.info();
  const desk: Desk = {
    host,
    info,
    settings: info.settings,
    book,
    actor,
    today: dayOf(now(), info.settings.offsetMinutes),
    holds: (...roles) => holdsAny(actor, roles),
    run: (decide) => book.run(actor, decide),
    saveSettings: async (changes) => void (await host.call('settings.save', { ...info.settings, ...changes })),
    print: () => undefined,
    lock: () => undefined,
    ...options.desk,
  };
  const root = createRootRoute({ component: Outlet, notFoundComponent: () => null });
  const screen = createRoute({ getParentRoute: () => root, path: route, component: () => ui });
  const router = createRouter({ routeTree: root.addChildren([screen]), history: createMemoryHistory({ initialEntries: [path] }) });
  await router.load();
  const result = render(
    <AppProviders language={language} colorScheme="light" env="test">
      <BookContext value={book}>
        <DeskContext value={desk}>
          <RouterProvider router={router as never} />
        </DeskContext>
      </BookContext>
    </AppProviders>,
  );
  return Object.assign(result, { book, host, path: () => router.state.location.href });
}
