import type { Settings } from '#shared/host/contract.ts';
import type { Language } from '../ui/i18n.ts';

/** The language chosen on this desk, or the computer's. */
export function languageOf({ language }: Pick<Settings, 'language'>): Language {
  return language === '' ? computerLanguage() : language;
}

export function computerLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
