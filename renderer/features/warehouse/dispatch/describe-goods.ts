import { formatMilli } from '#shared/core/money.ts';
import type { Dispatch } from '#shared/modules/dispatch/module.ts';

/** One line for the gate pass: 砂锅 24cm 3只、汤勺 6把. Shortened to what the pass can hold. */
export function describeGoods(lines: Dispatch['lines'], separator: string, longest = 300): string {
  const parts = lines.map((line) => `${[line.name, line.spec].filter(Boolean).join(' ')} ${formatMilli(line.quantity)}${line.unit}`);
  let text = '';
  for (const part of parts) {
    const next = text === '' ? part : text + separator + part;
    // The ellipsis needs a place of its own.
    if (next.length > longest - 1) return `${text}…`;
    text = next;
  }
  return text;
}
