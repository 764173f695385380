import type { OrderClass } from '#shared/modules/order/module.ts';
import type { Wait } from './order-waits.ts';

/** The way of each class from slip to closing, as the steps on top of an order show it (SHP-01). */
const ways: Readonly<Record<OrderClass, readonly Wait[]>> = {
  carry: ['money', 'goods', 'closing'],
  collect: ['goods', 'money', 'closing'],
  shortage: ['purchase', 'goods', 'money', 'closing'],
  account: ['goods', 'signature', 'closing'],
  delivery: ['review', 'dispatch', 'delivery', 'money', 'closing'],
};

export interface WayStep {
  wait: Wait;
  state: 'done' | 'current' | 'todo' | 'stopped';
}

/**
 * Where an order stands on its class's way. Waits that are not on the usual way (a shortage in a carry sale, a refund) are put in front of the
 * step they hold up.
 */
export function stepsOf(kind: OrderClass, status: string, waiting: readonly Wait[]): WayStep[] {
  const extra = waiting.filter((wait) => !ways[kind].includes(wait));
  const way = [...extra, ...ways[kind]];
  if (status === 'closed') return ways[kind].map((wait) => ({ wait, state: 'done' }));
  if (status === 'returned' || status === 'voided') return ways[kind].map((wait) => ({ wait, state: 'stopped' }));
  // Until an order is released its later steps have no figures yet.
  const early = status !== 'released';
  return way.map((wait) => {
    if (wait === waiting[0]) return { wait, state: 'current' };
    const open = waiting.includes(wait) || wait === 'closing' || (early && wait !== 'review');
    return { wait, state: open ? 'todo' : 'done' };
  });
}
