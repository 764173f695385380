import type { Translate } from '#renderer/ui/i18n.ts';

/** The sentence for a figure outside its limits, null when it is inside. */
export function limitProblem(
  value: number,
  min: number,
  max: number | undefined,
  format: (value: number) => string,
  t: Translate,
): string | null {
  if (value < min) return t('common.atLeast', { limit: format(min) });
  if (max !== undefined && value > max) return t('common.atMost', { limit: format(max) });
  return null;
}
