import i18next from 'i18next';
import { initReactI18next, useTranslation as useI18next } from 'react-i18next';
import type { en } from '#shared/i18n/en.ts';

export type Language = 'zh-CN' | 'en';

/** `counter.sale.total` for every text; of a plural (`…_one`, `…_other`) the name without its ending. */
type Keys<T> = { [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${Keys<T[K]>}` }[keyof T & string];
type Singular<K extends string> = K extends `${infer Name}_one` | `${infer Name}_other` ? Name : K;

export type TextKey = Keys<typeof en>;

/**
 * The text of a key, with its values put in. The library's own types for this make the compiler twenty times slower
 * (1.2 million types for this page), so the keys are checked here and the rest is a plain record.
 */
export type Translate = (key: TextKey, values?: Readonly<Record<string, unknown>>) => string;

/** The one instance. Inside components prefer `useTranslation`; outside (`notify`, commands) `translate` speaks the same language. */
export const i18n = i18next;

export const translate: Translate = (key, values) => i18n.t(key, { ...values });

/** Texts in a component; it is drawn again when the language changes. */
export function useTranslation(): { t: Translate; i18n: typeof i18next } {
  const { t } = useI18next();
  return { t: t as Translate, i18n };
}

/** Half of all words are never read on a desk: each language is a piece of the program of its own. */
const languages: Readonly<Record<Language, () => Promise<object>>> = {
  en: async () => (await import('#shared/i18n/en.ts')).en,
  'zh-CN': async () => (await import('#shared/i18n/zh-CN.ts')).zhCN,
};
const loaded: Partial<Record<Language, { translation: object }>> = {};

/** Fetches a language's words. They must be here before it is shown. Safe to call again. */
export async function loadLanguage(language: Language): Promise<void> {
  if (loaded[language]) return;
  const translation = await languages[language]();
  loaded[language] = { translation };
  if (i18n.isInitialized) i18n.addResourceBundle(language, 'translation', translation);
}

/** Sets the language of the page, whose words were loaded, so that it takes effect before the next render. Safe to call again. */
export function initLanguage(language: Language): void {
  if (i18n.isInitialized) {
    if (i18n.language !== language) void i18n.changeLanguage(language);
  } else {
    void i18n.use(initReactI18next).init({
      lng: language,
      // Both languages have the same keys, by type.
      fallbackLng: false,
      resources: { ...loaded } as Record<string, { translation: object }>,
      initAsync: false,
      // React escapes; doing it twice would show &amp; in customers' names.
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  }
  document.documentElement.lang = language;
}
