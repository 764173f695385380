import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { dayOf } from '#shared/core/calendar.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { holdsAny } from '#shared/policy/roles.ts';
import { DeskContext, type Desk } from '../desk/desk.ts';
import { AppProviders } from '../ui/AppProviders.tsx';
import { loadLanguage } from '../ui/i18n.ts';
import { BookContext } from './book-context.ts';
import { aTestBook, type TestBook, type TestBookOptions } from './book.fixture.ts';

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
  if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
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

/** Renders a component as a signed-in person's screen: book, desk, words, address. In jsdom; `afterEach`: `cleanup()` and `closeTestBooks()`. */
export async function renderWithBook(
  ui: ReactNode,
  options: RenderWithBookOptions = {},
): Promise<RenderResult & TestBook & { path(): string }> {
  completeWindow();
  const on = options.on ?? (await aTestBook(options));
  const { book, host } = on;
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
  await loadLanguage(language);
  const result = render(
    <AppProviders language={language} colorScheme="light" env="test">
      <BookContext value={book}>
        <DeskContext value={desk}>
          <RouterProvider router={router as never} />
        </DeskContext>
      </BookContext>
    </AppProviders>,
  );
  return Object.assign(result, on, { path: () => router.state.location.href });
}
