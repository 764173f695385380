import { EventEmitter } from 'node:events';
import type { MessageBoxOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { recoveryPage } from './recovery.ts';
import { desktopLanguage, desktopTexts, fill } from './texts.ts';
import { watchPage, type WatchedWindow } from './watch-page.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function watched(ask: (options: MessageBoxOptions) => Promise<number> = () => Promise.resolve(0)) {
  const webContents = Object.assign(new EventEmitter(), {
    loadURL: vi.fn(() => Promise.resolve()),
    reload: vi.fn(),
    forcefullyCrashRenderer: vi.fn(),
  });
  const window = Object.assign(new EventEmitter(), { webContents });
  const onGone = vi.fn();
  const question = vi.fn(ask);
  watchPage({ window: window as unknown as WatchedWindow, texts: () => desktopTexts('zh-CN').hang, ask: question, onGone });
  return { window, webContents, onGone, question };
}

test.each(['crashed', 'oom', 'killed', 'abnormal-exit', 'launch-failed', 'integrity-failure'])(
  'after “%s” the user sees the recovery page',
  (reason) => {
    const { webContents, onGone } = watched();
    webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });
    expect(webContents.loadURL).toHaveBeenCalledWith('app://branch-desk/recovery');
    expect(onGone).toHaveBeenCalledWith({ reason, exitCode: 5 });
  },
);

test('an ordinary end is none of our business', () => {
  const { webContents } = watched();
  webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
  expect(webContents.loadURL).not.toHaveBeenCalled();
});

test('a page that hangs may be waited for', async () => {
  const { window, webContents, question } = watched();
  window.emit('unresponsive');
  await settled();
  expect(question.mock.calls[0]?.[0]).toMatchObject({ buttons: ['继续等待', '重新加载页面'], defaultId: 0, cancelId: 0 });
  expect(webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
});

test('or reloaded: its process is ended and the page comes straight back', async () => {
  const { window, webContents } = watched(() => Promise.resolve(1));
  window.emit('unresponsive');
  await settled();
  expect(webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce();
  webContents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
  expect(webContents.reload).toHaveBeenCalledOnce();
  expect(webContents.loadURL).not.toHaveBeenCalled();
});

test('the question goes away when the page answers again, and is asked once at a time', async () => {
  let signal: AbortSignal | undefined;
  const { window, question } = watched((options) => {
    signal = options.signal;
    return new Promise(() => undefined);
  });
  window.emit('unresponsive');
  window.emit('unresponsive');
  expect(question).toHaveBeenCalledOnce();
  window.emit('responsive');
  await settled();
  expect(signal?.aborted).toBe(true);
});

test('the recovery page says the book is safe, links back, runs no script, and shows a reason as text', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const texts = desktopTexts(language).recovery;
    const html = recoveryPage(texts, language, '<img src=x onerror=alert(1)>');
    expect(html).toContain(texts.reopen);
    expect(html).toContain('href="app://branch-desk/index.html"');
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toMatch(/<script|<img|\son\w+=["']/i);
  }
});

test('speaks Chinese unless the settings or an English system say otherwise', () => {
  expect(desktopLanguage('', 'zh-TW')).toBe('zh-CN');
  expect(desktopLanguage('', 'de-DE')).toBe('zh-CN');
  expect(desktopLanguage('', 'en-GB')).toBe('en');
  expect(desktopLanguage('zh-CN', 'en-US')).toBe('zh-CN');
  expect(fill('版本 {{version}} {{other}}', { version: '1.2' })).toBe('版本 1.2 {{other}}');
});
