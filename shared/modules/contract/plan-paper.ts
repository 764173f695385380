/** The payment plan as papers show it. */
import { divideRounded } from '#shared/core/money.ts';
import type { PaperColumn, SlipContent } from '#shared/papers/content.ts';
import { amountText, dayText, fill, paperTexts, type PaperLanguage, type PaperTexts } from '../paper-words.ts';
import type { Terms } from './terms.ts';

export function planColumns(words: PaperTexts): PaperColumn[] {
  const text = { align: 'left', type: 'text', summed: false } as const;
  return [
    { key: 'index', label: words.columns.index, width: 6, align: 'center', type: 'index', summed: false },
    { key: 'kind', label: words.columns.kind, width: 24, ...text },
    { key: 'payBy', label: words.columns.payBy, width: 28, ...text },
    { key: 'share', label: words.columns.share, width: 14, align: 'right', type: 'text', summed: false },
    { key: 'amount', label: words.columns.amount, width: 24, align: 'right', type: 'fen', summed: true },
  ];
}

export function planRows({ plan, total }: Pick<Terms, 'plan' | 'total'>, language: PaperLanguage): SlipContent['rows'] {
  const words = paperTexts(language);
  return plan.map((part) => ({
    kind: words.planKinds[part.kind],
    payBy: part.due === '' ? words.application.noDay : dayText(language, part.due),
    share: shareText(part.amount, total),
    amount: part.amount,
  }));
}

/** 首期款：2026年11月20日 ￥90,000.00（30%） */
export function planTotals({ plan, total }: Pick<Terms, 'plan' | 'total'>, language: PaperLanguage): SlipContent['totals'] {
  const words = paperTexts(language);
  return plan.map((part) => ({
    label: words.planKinds[part.kind],
    value: fill(words.application.plan, {
      due: part.due === '' ? words.application.noDay : dayText(language, part.due),
      amount: amountText(language, part.amount),
      share: shareText(part.amount, total),
    }),
    wide: true,
    price: true,
  }));
}

/** 33.33% */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '' : `${divideRounded(BigInt(part) * 10_000n, BigInt(whole)) / 100}%`;
}
