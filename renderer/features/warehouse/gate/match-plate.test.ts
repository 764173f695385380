import { describe, expect, it } from 'vitest';
import { isSameVehicle, matchesPlate } from './match-plate.ts';
import { parseTime } from './use-clock.ts';

describe('what a guard types', () => {
  it.each(['12345', '浙a1', '浙A·123', 'Ａ12', ''])('finds 浙A·12345 by %s [DSP-03]', (text) => {
    expect(matchesPlate('浙A·12345', text)).toBe(true);
  });

  it.each(['浙A12346', '浙B12345', '123456'])('does not take %s for 浙A12345 [DSP-03]', (text) => {
    expect(matchesPlate('浙A12345', text)).toBe(false);
  });

  it('is the same vehicle however the plate is spelled, and never a part of it [G-31]', () => {
    expect(isSameVehicle('浙A·12345', '浙a 12345')).toBe(true);
    expect(isSameVehicle('浙A12345', '12345')).toBe(false);
    expect(isSameVehicle('浙A12345', '')).toBe(false);
  });

  it.each([
    ['9:5', '09:05'],
    ['0905', '09:05'],
    ['14.30', '14:30'],
    ['２３：５９', '23:59'],
    ['8点05分', '08:05'],
    ['24:00', null],
    ['12:60', null],
    ['中午', null],
    ['', null],
  ])('reads the time %s as %s [DSP-03]', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });
});
