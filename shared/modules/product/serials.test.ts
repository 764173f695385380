import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCheckDigit, isSerial, plainSerial, splitSerials } from './serials.ts';

describe('numbers of pieces', () => {
  it.each([
    ['ｓｎ－００１ ', 'SN-001'],
    [' a b c ', 'ABC'],
    ['lsvau033x92000001', 'LSVAU033X92000001'],
  ])('are written one way, whatever the keyboard was set to: %s', (typed, kept) => {
    expect(plainSerial(typed)).toBe(kept);
  });

  it('are taken from a pasted list, one a line or parted by signs', () => {
    expect(splitSerials('SN1\r\nsn2\tSN3, SN4；SN5、 sn6\n\n')).toEqual(['SN1', 'SN2', 'SN3', 'SN4', 'SN5', 'SN6']);
  });

  it.each([
    ['SN-001', true],
    ['A/B+C#1.2_3', true],
    ['', false],
    ['-1', false],
    ['A'.repeat(40), true],
    ['A'.repeat(41), false],
    ['A"B', false],
  ])('of goods: %s is one: %s', (serial, fits) => {
    expect(isSerial('serial', serial)).toBe(fits);
  });

  it.each([
    ['1M8GDM9AXKP042788', true],
    ['LSVAU033X9200000', false],
    ['LSVAU033X920000011', false],
    ['LSVAU033I92000001', false],
    ['LSVAO033X92000001', false],
    ['LSVAQ033X92000001', false],
  ])('of vehicles have seventeen signs without I, O and Q (GB 16735): %s is one: %s', (vin, fits) => {
    expect(isSerial('vin', vin)).toBe(fits);
  });

  it('of vehicles carry a check digit at the ninth place', () => {
    expect(hasCheckDigit('1M8GDM9AXKP042788')).toBe(true);
    expect(hasCheckDigit('11111111111111111')).toBe(true);
    expect(hasCheckDigit('1M8GDM9A1KP042788')).toBe(false);
  });

  it('of vehicles: a check digit finds any single wrong digit', () => {
    const digit = fc.constantFrom(...'0123456789');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), digit, (place, wrong) => {
        const right = '11111111111111111';
        fc.pre(place !== 8 && wrong !== '1');
        expect(hasCheckDigit(right.slice(0, place) + wrong + right.slice(place + 1))).toBe(false);
      }),
    );
  });
});
