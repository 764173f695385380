import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { lockContents, lockSession, type LockableContents, type LockableSession } from './lockdown.ts';

class FakeSession extends EventEmitter {
  handlers: Record<string, (...args: unknown[]) => unknown> = {};
  webRequest = { onBeforeRequest: (handler: (...args: unknown[]) => unknown) => (this.handlers['request'] = handler) };
  setPermissionRequestHandler = (handler: (...args: unknown[]) => unknown) => (this.handlers['permission'] = handler);
  setPermissionCheckHandler = (handler: (...args: unknown[]) => unknown) => (this.handlers['check'] = handler);
  setDevicePermissionHandler = (handler: (...args: unknown[]) => unknown) => (this.handlers['device'] = handler);
  setDisplayMediaRequestHandler = (handler: (...args: unknown[]) => unknown) => (this.handlers['screen'] = handler);
  setSpellCheckerEnabled = vi.fn();

  ask(name: string, ...args: unknown[]): unknown {
    return this.handlers[name]?.(...args);
  }
}

const PAGE = 'app://branch-desk/index.html';

function lockedSession(): { session: FakeSession; refused: string[] } {
  const session = new FakeSession();
  const refused: string[] = [];
  lockSession(session as unknown as LockableSession, true, (what) => refused.push(what));
  return { session, refused };
}

test('a permission outside the list is refused, said so in the log, and its check fails too', () => {
  const { session, refused } = lockedSession();
  const granted = vi.fn();
  session.ask('permission', null, 'geolocation', granted, { requestingUrl: PAGE });
  session.ask('permission', null, 'clipboard-sanitized-write', granted, { requestingUrl: PAGE });
  expect(granted.mock.calls).toEqual([[false], [true]]);
  expect(refused).toEqual(['permission geolocation']);
  expect(session.ask('check', null, 'media', 'app://branch-desk/')).toBe(false);
  expect(session.ask('device', {})).toBe(false);
  expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
});

test('a request to the network is cancelled and one to the page passes', () => {
  const { session, refused } = lockedSession();
  const answer = vi.fn();
  session.ask('request', { url: 'https://example.com/track' }, answer);
  session.ask('request', { url: PAGE }, answer);
  expect(answer.mock.calls).toEqual([[{ cancel: true }], [{ cancel: false }]]);
  expect(refused).toEqual(['request https://example.com/track']);
});

test('a download from elsewhere is stopped, an export goes on', () => {
  const { session } = lockedSession();
  const stop = vi.fn();
  session.emit('will-download', { preventDefault: stop }, { getURL: () => 'blob:app://branch-desk/1' });
  expect(stop).not.toHaveBeenCalled();
  session.emit('will-download', { preventDefault: stop }, { getURL: () => 'https://example.com/a.exe' });
  expect(stop).toHaveBeenCalledOnce();
});

test('no window opens, no webview attaches, and frames stay where they belong', () => {
  const refused: string[] = [];
  let openWindow: ((details: { url: string }) => unknown) | undefined;
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: (handler: typeof openWindow) => (openWindow = handler) });
  lockContents(contents as unknown as LockableContents, (what) => refused.push(what));
  expect(openWindow?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });

  const attach = { preventDefault: vi.fn() };
  contents.emit('will-attach-webview', attach);
  expect(attach.preventDefault).toHaveBeenCalledOnce();

  for (const event of ['will-frame-navigate', 'will-redirect']) {
    const away = { url: 'https://example.com/', isMainFrame: true, preventDefault: vi.fn() };
    const home = { url: PAGE, isMainFrame: true, preventDefault: vi.fn() };
    const nested = { url: PAGE, isMainFrame: false, preventDefault: vi.fn() };
    const paper = { url: 'blob:app://branch-desk/1', isMainFrame: false, preventDefault: vi.fn() };
    for (const details of [away, home, nested, paper]) contents.emit(event, details);
    expect([away, home, nested, paper].map((details) => details.preventDefault.mock.calls.length)).toEqual([1, 0, 1, 0]);
  }
  expect(refused[0]).toBe('window https://example.com/');
});
