import { beforeEach, expect, test } from 'vitest';
import { openSession, type SessionPlace } from './session.ts';

let stored: Map<string, string>;
let sent: unknown[];
let answers: (string | 'refused')[];
let hash: string;

beforeEach(() => {
  [stored, sent, answers, hash] = [new Map(), [], [], '#/'];
});

const place = (): SessionPlace => ({
  storage: {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
    removeItem: (key) => void stored.delete(key),
  },
  location: { hash, pathname: '/' },
  history: { replaceState: (_state, _title, address) => void (hash = String(address).slice(1)) },
  fetch: (_path, init) => {
    sent.push(JSON.parse(String(init.body)));
    const session = answers.shift() ?? 'refused';
    return Promise.resolve({ ok: session !== 'refused', json: () => Promise.resolve({ session }) });
  },
});

test('the token of the address becomes the tab’s session and leaves the address', async () => {
  hash = '#token=ab12';
  answers = ['s1', 's1'];
  expect(await openSession(place())).toBe('s1');
  expect([hash, sent]).toEqual(['#/', [{ token: 'ab12' }]]);
  expect(await openSession(place())).toBe('s1');
  expect(sent[1]).toEqual({ session: 's1' });
});

test('a used token falls back to the session the tab has', async () => {
  hash = '#token=ab12';
  stored.set('branch-desk-session', 's1');
  answers = ['refused', 's1'];
  expect(await openSession(place())).toBe('s1');
  expect(hash).toBe('#/');
});

test('without token and session the page is refused, and asks nobody', async () => {
  hash = '#/orders?token=ab12';
  expect(await openSession(place())).toBe('refused');
  expect(sent).toEqual([]);
});

test('a session the host no longer takes is refused', async () => {
  stored.set('branch-desk-session', 'old');
  expect(await openSession(place())).toBe('refused');
});
