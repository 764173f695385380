import { i18n } from './i18n.ts';

/** Words whose key is known only at run time (gate ids, refusal codes); null when there are none. The caller has `useTranslation`, and so follows the language. */
export function dynamicWords(key: string, values: Readonly<Record<string, string | number>> = {}): string | null {
  if (!i18n.exists(key)) return null;
  const t = i18n.t as unknown as (key: string, values: Readonly<Record<string, string | number>>) => string;
  return t(key, values);
}
