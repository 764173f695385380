import { describe, expect, it } from 'vitest';
import { approvalParameters, chainFor, matters, parseMatrix, parsePosts, turnOf } from './approvals.ts';

describe('the authority matrix', () => {
  it.each(matters)('of %s is one that can be read, without a limit at the end [QPA-07]', (matter) => {
    expect(parseMatrix(approvalParameters[`approval.${matter}`])?.at(-1)?.upTo).toBeNull();
  });

  /** Discount in basis points and who signs it, in order: on the line and one step over it. */
  const lines: [number, string][] = [
    [0, 'manager'],
    [500, 'manager'],
    [501, 'manager,dgmSales'],
    [2000, 'manager,dgmSales'],
    [2001, 'manager,dgmSales,gm'],
    [10_000, 'manager,dgmSales,gm'],
  ];
  it.each(lines)('a discount of %i basis points is signed by %s [QPA-04 QPA-07]', (value, posts) => {
    expect(chainFor({}, 'quotation', value).flat().join(',')).toBe(posts);
  });

  it('is the policy’s, and the usual one where the policy’s cannot be read [QPA-07 QPA-08]', () => {
    expect(chainFor({ 'approval.quotation': 'manager:1000; gm' }, 'quotation', 1000)).toEqual([['manager']]);
    expect(chainFor({ 'approval.quotation': 'manager:1000; gm' }, 'quotation', 1001)).toEqual([['gm']]);
    expect(chainFor({ 'approval.application': 'manager+finance > gm' }, 'application', 1)).toEqual([['manager', 'finance'], ['gm']]);
    expect(chainFor({ 'approval.application': 'the boss' }, 'application', 1)).toEqual([['manager'], ['gm']]);
  });

  it.each([
    '',
    'nobody',
    'manager:500',
    'manager; gm',
    'manager:500; dgmSales:500; gm',
    'manager:900; dgmSales:500; gm',
    'manager>manager',
    'manager:-1; gm',
    'manager>',
    'manager:5.5; gm',
  ])('does not take %j [QPA-07]', (text) => {
    expect(parseMatrix(text)).toBeNull();
  });

  it('takes posts only as posts', () => {
    expect(parsePosts('gm, dgmSales')).toEqual(['gm', 'dgmSales']);
    expect(parsePosts('gm,')).toBeNull();
    expect(parsePosts('09:00')).toBeNull();
  });

  it('asks one stage after the other, the posts of a stage in any order [QPA-06]', () => {
    const chain = [['manager', 'finance'], ['gm']] as const;
    expect(turnOf(chain, [])).toEqual(['manager', 'finance']);
    expect(turnOf(chain, [{ post: 'finance' }])).toEqual(['manager']);
    expect(turnOf(chain, [{ post: 'finance' }, { post: 'manager' }])).toEqual(['gm']);
    expect(turnOf(chain, [{ post: 'finance' }, { post: 'manager' }, { post: 'gm' }])).toEqual([]);
  });
});
