import { expect, test } from 'vitest';
import { idsIn, testTitles } from './test-titles.ts';

const titles = (source: string) => testTitles('a.test.ts', source);

test('plain titles, in describe blocks too; ids only in brackets', () => {
  const source = `describe('a sale [ORD-09]', () => { it('is paid [PAY-02 G-36]', () => {}); test('speaks of G-01', async () => {}); });`;
  expect(titles(source)).toEqual(['is paid [PAY-02 G-36]', 'speaks of G-01']);
  expect(titles(source).flatMap(idsIn)).toEqual(['PAY-02', 'G-36']);
});

test('every row of a table counts with the id it puts in, written in place or named', () => {
  const source = `
    const lines: [GateId, Facts][] = [['G-02', { lines: 0 }], ['G-05', { name: true }]];
    it.each(lines)('[%s] case %#', () => {});
    const conditions = ['G-21', 'G-22'] as const;
    it.each(conditions)('[%s] an absent fact blocks', () => {});
    test.each([['zh-CN', 'a4'], ['en', 'a5']])('fits %s on %s [DSP-02]', () => {});`;
  expect(titles(source).flatMap(idsIn)).toEqual(['G-02', 'G-05', 'G-21', 'G-22', 'DSP-02', 'DSP-02']);
  expect(titles(source).at(-1)).toBe('fits en on a5 [DSP-02]');
});

test('what is skipped, still to be written or computed elsewhere proves nothing', () => {
  const source = `
    it.skip('later [PAY-01]', () => {}); it.todo('some day [PAY-05]'); expect('no title [PAY-07]').toBe('');
    it.each(Object.keys(gates))('[%s] all of them', () => {}); test.each(rowsFrom('x'))('%s [PAY-03]', () => {});`;
  expect(titles(source).flatMap(idsIn)).toEqual(['PAY-03']);
});
