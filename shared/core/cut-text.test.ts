import { expect, it } from 'vitest';
import { cutText, hasHalfCharacter } from './cut-text.ts';

it('Cuts no character in two', () => {
  expect(cutText('𠮷野家', 2)).toBe('𠮷');
  expect(cutText('𠮷野家', 1)).toBe('');
  expect(cutText('野𠮷家', 2)).toBe('野');
  expect(cutText('野家', 5)).toBe('野家');
  expect(cutText('', 3)).toBe('');
});

it('Finds half a character in JSON, and none in a text that only looks so', () => {
  const has = (text: string) => hasHalfCharacter(JSON.stringify({ text }));
  expect(has('𠮷野家')).toBe(false);
  expect(has('𠮷'.slice(0, 1))).toBe(true);
  expect(has(`家${'𠮷'.slice(1)}`)).toBe(true);
  expect(has('\\ud800')).toBe(false);
  expect(has(`\\${'𠮷'.slice(1)}`)).toBe(true);
});
