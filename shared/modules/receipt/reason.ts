import { fill, paperTexts } from '../paper-words.ts';
import type { Receipt } from './module.ts';

/** What the money was for, in words: what was written, or, where only the papers' numbers stand, what one usually says of such papers. */
export function receiptReason(body: Receipt, language: 'zh-CN' | 'en'): string {
  const numbers = body.parts.map(({ no }) => no);
  const bare = numbers.join('、').slice(0, 200);
  if (body.type === 'red' || (body.reason !== '' && body.reason !== bare)) return body.reason;
  const labels = paperTexts(language).receiptWords;
  const no = numbers[0] ?? '';
  if (numbers.length > 1) return fill(labels.several, { no, count: numbers.length });
  return fill({ payment: labels.goods, deposit: isEarnest(body) ? labels.earnest : labels.deposit, refund: labels.refund }[body.type], {
    no,
  });
}

/** 定金 and 订金 differ in law; the paper takes the word the office itself wrote down. */
export function isEarnest(body: Receipt): boolean {
  return body.type === 'deposit' && `${body.reason}${body.remarks}`.includes('定金');
}
