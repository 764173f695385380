/** The shell's own words. It needs no i18n library for a menu and four dialogs. */
import { desktop as en } from '#shared/i18n/en/desktop.ts';
import type { Translated } from '#shared/i18n/translated.ts';
import { desktop as zhCN } from '#shared/i18n/zh-CN/desktop.ts';

export type DesktopTexts = Translated<typeof en>;
export type DesktopLanguage = 'zh-CN' | 'en';

/** The language chosen in the settings ('' when none), else the system's: Chinese unless the system is plainly in English. */
export function desktopLanguage(chosen: DesktopLanguage | '', systemLocale: string): DesktopLanguage {
  if (chosen !== '') return chosen;
  return systemLocale.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

export function desktopTexts(language: DesktopLanguage): DesktopTexts {
  return language === 'en' ? en : zhCN;
}

/** Puts values in the places named `{{name}}`, as i18next does. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place);
}
