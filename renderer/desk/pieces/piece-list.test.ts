import { describe, expect, it } from 'vitest';
import { addPieces, isDoubtful } from './piece-list.ts';

const comes = { tracking: 'serial' } as const;

describe('naming pieces', () => {
  it('takes a pasted column and says which of it was there already [STK-02]', () => {
    expect(addPieces(['A'], 'a\nb\nC\nb', comes)).toEqual({
      list: ['A', 'B', 'C'],
      problems: [
        { code: 'repeated', serial: 'A' },
        { code: 'repeated', serial: 'B' },
      ],
    });
  });

  it('says on which other line a piece stands [STK-02]', () => {
    const rules = { ...comes, lineOf: (serial: string) => (serial === 'B' ? 3 : null) };
    expect(addPieces([], 'B', rules).problems).toEqual([{ code: 'elsewhere', serial: 'B', line: 3 }]);
  });

  it('lets out only what is on hand, and no more than the paper says [STK-08]', () => {
    const goes = { ...comes, among: ['A', 'B'], most: 1 };
    expect(addPieces([], 'X A B', goes)).toEqual({
      list: ['A'],
      problems: [
        { code: 'notHere', serial: 'X' },
        { code: 'full', serial: 'B' },
      ],
    });
  });

  it('refuses what is no VIN and doubts one whose check digit is wrong [STK-02]', () => {
    expect(addPieces([], 'LHD2T0A3', { tracking: 'vin' }).problems).toEqual([{ code: 'wrongVin', serial: 'LHD2T0A3' }]);
    expect([isDoubtful('vin', '1M8GDM9AXKP042788'), isDoubtful('vin', '1M8GDM9A1KP042788'), isDoubtful('serial', '1')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
