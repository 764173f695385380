import { expect, test, vi } from 'vitest';
import { hostCalls, hostEvents } from '#shared/host/contract.ts';
import { callNames, eventNames } from './channels.ts';
import { isTrustedSender, sendEvent, serveCalls, type IpcOptions, type Sender } from './ipc.ts';

const PAGE = 'app://branch-desk/index.html';
const page = { id: 7 };

function aSender(changes: { id?: number; url?: string; parent?: object | null } = {}): Sender {
  const { id = 7, url = PAGE, parent = null } = changes;
  return { sender: { id }, senderFrame: { url, parent } } as unknown as Sender;
}

function served(answer = vi.fn(() => Promise.resolve({ ok: true, value: 1 }))) {
  const handlers = new Map<string, (event: unknown, input: unknown) => Promise<unknown>>();
  const onRefused = vi.fn();
  const ipcMain = {
    handle: (channel: string, handler: (event: unknown, input: unknown) => Promise<unknown>) => handlers.set(channel, handler),
    removeHandler: (channel: string) => handlers.delete(channel),
  };
  const stop = serveCalls({ ipcMain: ipcMain as unknown as IpcOptions['ipcMain'], answer, page: () => page, onRefused });
  return { handlers, answer, onRefused, stop };
}

test('the channels are the contract’s calls and events, no more and no fewer', () => {
  expect([...callNames].sort()).toEqual(Object.keys(hostCalls).sort());
  expect([...eventNames].sort()).toEqual(Object.keys(hostEvents).sort());
  const { handlers, stop } = served();
  expect([...handlers.keys()].sort()).toEqual(
    Object.keys(hostCalls)
      .map((name) => `branch-desk:call:${name}`)
      .sort(),
  );
  stop();
  expect(handlers.size).toBe(0);
});

test('a call of the page reaches the host with its input', async () => {
  const { handlers, answer } = served();
  const result = await handlers.get('branch-desk:call:disk.free')?.(aSender(), { a: 1 });
  expect(result).toEqual({ ok: true, value: 1 });
  expect(answer).toHaveBeenCalledWith('disk.free', { a: 1 });
});

test.each([
  ['another window', aSender({ id: 8 })],
  ['a frame inside the page', aSender({ parent: {} })],
  ['a page from elsewhere', aSender({ url: 'https://example.com/' })],
  ['a paper in the preview', aSender({ url: 'blob:app://branch-desk/1' })],
  ['another host of the scheme', aSender({ url: 'app://evil/index.html' })],
  ['an empty frame', aSender({ url: '' })],
  ['a frame that is gone', { sender: { id: 7 }, senderFrame: null } as unknown as Sender],
])('%s is refused, and the host hears nothing', async (_who, sender) => {
  const { handlers, answer, onRefused } = served();
  const result = await handlers.get('branch-desk:call:journal.append')?.(sender, {});
  expect(result).toEqual({ ok: false, code: 'invalid-input', message: 'sender refused' });
  expect(answer).not.toHaveBeenCalled();
  expect(onRefused).toHaveBeenCalledWith('journal.append', sender.senderFrame?.url ?? '');
});

test('without a window nobody is trusted', () => {
  expect(isTrustedSender(aSender(), null)).toBe(false);
  expect(isTrustedSender(aSender(), page)).toBe(true);
});

test('events go to the window while it lives', () => {
  const send = vi.fn();
  sendEvent({ send, isDestroyed: () => false }, 'disk.low', { freeBytes: 5 });
  sendEvent({ send, isDestroyed: () => true }, 'disk.low', { freeBytes: 4 });
  sendEvent(null, 'disk.low', { freeBytes: 3 });
  expect(send.mock.calls).toEqual([['branch-desk:event:disk.low', { freeBytes: 5 }]]);
});
