import { expect, it } from 'vitest';
import { cutText } from './cut-text.ts';

it('Cuts no character in two', () => {
  expect(cutText('𠮷野家', 2)).toBe('𠮷');
  expect(cutText('𠮷野家', 1)).toBe('');
  expect(cutText('野𠮷家', 2)).toBe('野');
  expect(cutText('野家', 5)).toBe('野家');
  expect(cutText('', 3)).toBe('');
});
