import { formatFen, formatMilli } from '#shared/core/money.ts';
import type { ChainStep } from '#shared/modules/contract/chain-shape.ts';

/** How much of a step is done, as read: money with its sign, goods as quantities. */
export function figuresOf({ done, all, measure }: NonNullable<ChainStep['progress']>): { done: string; all: string } {
  const say = (value: number) => (measure === 'money' ? `¥${formatFen(value)}` : formatMilli(value));
  return { done: say(done), all: say(all) };
}
