import { describe, expect, it } from 'vitest';
import { suggestTransfer } from './suggest-transfer.ts';

const body = { lowStock: 40_000 };

describe('a transfer that is suggested', () => {
  it('brings what is lacking from where most is free [STK-01]', () => {
    expect(
      suggestTransfer(body, [
        { location: 'shop', free: -35_000 },
        { location: 'store', free: 173_000 },
        { location: 'centre', free: 50_000 },
      ]),
    ).toEqual({ from: 'store', to: 'shop', quantity: 75_000 });
  });

  it('never takes more than is free [STK-01]', () => {
    const free = [
      { location: 'shop', free: 0 },
      { location: 'store', free: 5000 },
    ];
    expect(suggestTransfer(body, free).quantity).toBe(5000);
  });

  it('only says where it is lacking when nobody has any [STK-01]', () => {
    expect(suggestTransfer(body, [{ location: 'shop', free: 5000 }])).toEqual({ from: '', to: 'shop', quantity: null });
    expect(suggestTransfer(body, [{ location: 'shop', free: 50_000 }])).toEqual({ from: '', to: '', quantity: null });
    expect(
      suggestTransfer(body, [
        { location: 'shop', free: -1 },
        { location: 'store', free: 0 },
      ]),
    ).toEqual({ from: '', to: 'shop', quantity: null });
  });
});
