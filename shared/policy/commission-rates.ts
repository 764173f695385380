/**
 * Commission by product group, as one line of text of the policy: `电缆:200; 接头盒:350`. Ten-thousandths of collected money; a group that is not
 * on it earns the usual rate, an empty table leaves everything at it (MFG-06).
 */
import type { Parameters } from './gate.ts';
import { threshold } from './parameters.ts';

/** null: not a table of rates. Every group at most once. */
export function parseRates(text: string): Map<string, number> | null {
  const rates = new Map<string, number>();
  for (const part of text.trim() === '' ? [] : text.split(';')) {
    const match = /^([^:;]{1,40}):\s*(\d{1,5})$/.exec(part.trim());
    const group = match?.[1]?.trim() ?? '';
    if (!match || group === '' || Number(match[2]) > 10_000 || rates.has(group)) return null;
    rates.set(group, Number(match[2]));
  }
  return rates;
}

/** What collected money of this product group earns under the policy in force, in ten-thousandths. */
export function rateFor(parameters: Parameters, productGroup: string): number {
  const table = parseRates(String(parameters['commission.rate_table'] ?? ''));
  return table?.get(productGroup.trim()) ?? threshold(parameters, 'commission.rate');
}
