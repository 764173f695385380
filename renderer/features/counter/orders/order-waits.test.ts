import { describe, expect, it } from 'vitest';
import type { OrderClass } from '#shared/modules/order/module.ts';
import { stepsOf } from './order-steps.ts';
import { waitsOf, type OrderFigures } from './order-waits.ts';

const NOTHING: OrderFigures = { open: 0, undelivered: 0, unnoted: 0, buying: false, unsigned: false };
const anOrder = (kind: OrderClass, status = 'released', types: string[] = []) =>
  ({
    status,
    body: { class: kind },
    events: types.map((type, index) => ({ id: `${index}`, by: 'x', desk: 'A', type, data: {} })),
  }) as never;
const waits = (kind: OrderClass, figures: Partial<OrderFigures>, types: string[] = []) =>
  waitsOf(anOrder(kind, 'released', types), { ...NOTHING, ...figures });

describe('what an order waits for', () => {
  it('class A: money, then goods, then closing [SHP-01 PAY-03]', () => {
    expect(waits('carry', { open: 100, undelivered: 1000 })).toEqual(['money', 'goods']);
    expect(waits('carry', { undelivered: 1000 })).toEqual(['goods']);
    expect(waits('carry', {})).toEqual(['closing']);
  });

  it('class B cash: goods, then money [SHP-01 PAY-03]', () => {
    expect(waits('collect', { open: 100, undelivered: 1000 })).toEqual(['goods', 'money']);
  });

  it('class B with shortage: the purchase comes before the goods [SHP-01 SHP-05]', () => {
    expect(waits('shortage', { open: 100, undelivered: 1000, buying: true })).toEqual(['purchase', 'goods', 'money']);
  });

  it('class B on account: goods, then the signature; the money stays a receivable [SHP-01 PAY-04]', () => {
    expect(waits('account', { open: 100, undelivered: 1000 })).toEqual(['goods', 'signature']);
    expect(waits('account', { open: 100 }, ['signed'])).toEqual(['closing']);
  });

  it('delivery: review, note, delivery, money [ORD-07 DSP-01]', () => {
    expect(waitsOf(anOrder('delivery', 'checked'), NOTHING)).toEqual(['review']);
    expect(waitsOf(anOrder('delivery', 'checked'), { ...NOTHING, unsigned: true })).toEqual(['signature', 'review']);
    expect(waits('delivery', { open: 100, undelivered: 3000, unnoted: 2000 })).toEqual(['dispatch', 'delivery', 'money']);
    expect(waits('delivery', { open: 100, undelivered: 1000 })).toEqual(['delivery', 'money']);
  });

  it('too much paid and open troubles hold the closing up; an end has nothing to wait for [ORD-07 ORD-08]', () => {
    expect(waits('carry', { open: -100 })).toEqual(['refund']);
    const troubled = {
      status: 'released',
      body: { class: 'carry' },
      events: [{ id: '1', by: 'x', desk: 'A', type: 'noted', data: { topic: 'exception' } }],
    };
    expect(waitsOf(troubled as never, NOTHING)).toEqual(['trouble']);
    expect(waitsOf(anOrder('carry', 'closed'), NOTHING)).toEqual([]);
    expect(waitsOf(anOrder('carry', 'voided'), NOTHING)).toEqual([]);
  });
});

describe('the steps on top of an order', () => {
  const states = (kind: OrderClass, status: string, waiting: Parameters<typeof stepsOf>[2]) =>
    stepsOf(kind, status, waiting).map(({ wait, state }) => `${wait} ${state}`);

  it('show what is done, what is next and what follows [ORD-07]', () => {
    expect(states('carry', 'released', ['goods'])).toEqual(['money done', 'goods current', 'closing todo']);
    expect(states('collect', 'released', ['goods', 'money'])).toEqual(['goods current', 'money todo', 'closing todo']);
    expect(states('carry', 'closed', [])).toEqual(['money done', 'goods done', 'closing done']);
    expect(states('carry', 'voided', [])).toEqual(['money stopped', 'goods stopped', 'closing stopped']);
  });

  it('put what is unusual in front, and promise nothing before the release [ORD-07]', () => {
    expect(states('carry', 'released', ['refund'])[0]).toBe('refund current');
    expect(states('delivery', 'checked', ['review'])).toEqual([
      'review current',
      'dispatch todo',
      'delivery todo',
      'money todo',
      'closing todo',
    ]);
  });
});
