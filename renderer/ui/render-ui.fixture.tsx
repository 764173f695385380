import { cleanup, configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { AppProviders } from './AppProviders.tsx';
import { loadLanguage, type Language } from './i18n.ts';

await Promise.all([loadLanguage('zh-CN'), loadLanguage('en')]);

afterEach(cleanup);
// A busy machine is no reason to fail: waiting ends as soon as there is something to see.
configure({ asyncUtilTimeout: 15_000 });

/** A page for tests: Chinese and light unless asked otherwise. Needs `// @vitest-environment jsdom`. */
export function renderUi(node: ReactNode, { language = 'zh-CN' }: { language?: Language } = {}) {
  pretendToBeABrowser();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AppProviders language={language} colorScheme="light" env="test">
      {children}
    </AppProviders>
  );
  return { ...render(node, { wrapper }), user: userEvent.setup({ delay: null }) };
}

/** What Mantine asks of a browser and jsdom does not have. */
function pretendToBeABrowser(): void {
  window.matchMedia ??= (query: string) =>
    ({
      matches: false,
      media: query,
      onchange: null,
      addEventListener() {},
      removeEventListener() {},
      addListener() {},
      removeListener() {},
      dispatchEvent: () => false,
    }) as MediaQueryList;
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.scrollIntoView ??= () => undefined;
  Element.prototype.scrollTo ??= () => undefined;
  if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
}
