import type { Fen } from '#shared/core/money.ts';

/** Rates of policy are kept in these: 5 is 0.05%. */
export const TEN_THOUSANDTHS = 10_000;

/** '59.99%': cut, never rounded up to a share that was not reached. */
export function percentOf(part: Fen, whole: Fen): string {
  if (whole <= 0) return '—';
  const hundredths = (BigInt(Math.max(0, part)) * 10_000n) / BigInt(whole);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`;
}
