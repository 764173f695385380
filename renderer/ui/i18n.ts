import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '#shared/i18n/en.ts';
import { zhCN } from '#shared/i18n/zh-CN.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    returnNull: false;
  }
}

export type Language = 'zh-CN' | 'en';

/** The one instance. Inside components prefer `useTranslation`; outside (`notify`, commands) `i18n.t` speaks the same language. */
export const i18n = i18next;

/** Sets the language of the page; the words are bundled, so it takes effect before the next render. Safe to call again. */
export function initLanguage(language: Language): void {
  if (i18n.isInitialized) {
    if (i18n.language !== language) void i18n.changeLanguage(language);
  } else {
    void i18n.use(initReactI18next).init({
      lng: language,
      fallbackLng: 'en',
      resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
      initAsync: false,
      // React escapes; doing it twice would show &amp; in customers' names.
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  }
  document.documentElement.lang = language;
}
