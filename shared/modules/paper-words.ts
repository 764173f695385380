/** Words, dates and amounts of papers. A paper's language is its own, not the screen's. */
import type { Day } from '#shared/core/calendar.ts';
import { formatFen, type Fen } from '#shared/core/money.ts';
import { amountInEnglish } from '#shared/core/words-en.ts';
import { amountInChinese } from '#shared/core/words-zh.ts';
import { paperWords as en } from '#shared/i18n/en/paper-words.ts';
import { paperWords as zh } from '#shared/i18n/zh-CN/paper-words.ts';

export type PaperLanguage = 'zh-CN' | 'en';
export type PaperTexts = typeof zh;
export type PaperId = keyof PaperTexts['titles'];
export type CopyKey = keyof PaperTexts['copies'];

export function paperTexts(language: PaperLanguage): PaperTexts {
  return language === 'en' ? en : zh;
}

/** Puts values into `{{name}}` places; a place without a value becomes ''. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2026年11月23日 or 23 Nov 2026; '' stays ''. */
export function dayText(language: PaperLanguage, day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (date === '') return day;
  return language === 'en'
    ? `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
    : `${year}年${Number(month)}月${Number(date)}日`;
}

export function amountInWords(language: PaperLanguage, fen: Fen): string {
  return language === 'en' ? amountInEnglish(fen) : amountInChinese(fen);
}

/** ￥1,234.50 */
export function amountText(language: PaperLanguage, fen: Fen): string {
  return `${language === 'en' ? '¥' : '￥'}${formatFen(fen)}`;
}
