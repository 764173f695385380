import { EventEmitter } from 'node:events';
import type { MessageBoxOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { askBeforeQuit, type ClosingWindow } from './ask-before-quit.ts';
import { desktopTexts } from './texts.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function aWindow(button: number) {
  const window = Object.assign(new EventEmitter(), { close: vi.fn(() => void closing()) });
  const question = vi.fn<(options: MessageBoxOptions) => Promise<number>>(() => Promise.resolve(button));
  const tell = askBeforeQuit({ window: window as unknown as ClosingWindow, texts: () => desktopTexts('zh-CN').unsent, ask: question });
  /** What the window says of an attempt to close it: whether it stays. */
  function closing(): boolean {
    const event = { preventDefault: vi.fn() };
    window.emit('close', event);
    return event.preventDefault.mock.calls.length > 0;
  }
  return { tell, closing, question, window };
}

test('closes without a word when everything is at the centre, or there is none', () => {
  const { tell, closing, question } = aWindow(0);
  expect(closing()).toBe(false);
  tell({ phase: 'alone', unsent: 3 });
  expect(closing()).toBe(false);
  tell({ phase: 'idle', unsent: 0 });
  expect(closing()).toBe(false);
  expect(question).not.toHaveBeenCalled();
});

test('says how many papers the centre lacks, once, and stays', async () => {
  const { tell, closing, question, window } = aWindow(0);
  tell({ phase: 'offline', unsent: 3 });
  expect(closing()).toBe(true);
  expect(closing()).toBe(true);
  expect(question).toHaveBeenCalledOnce();
  expect(question.mock.calls[0]?.[0].message).toContain('3');
  await settled();
  expect(window.close).not.toHaveBeenCalled();
  expect(closing()).toBe(true);
});

test('closes all the same when the user says so', async () => {
  const { tell, closing, window } = aWindow(1);
  tell({ phase: 'offline', unsent: 1 });
  expect(closing()).toBe(true);
  await settled();
  expect(window.close).toHaveBeenCalledOnce();
  expect(closing()).toBe(false);
});
