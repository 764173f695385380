/** The preload as it ships: bundled, then run in a world without Node, with Electron's two objects faked. */
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, expect, test, vi } from 'vitest';
import { hostCalls, hostEvents } from '#shared/host/contract.ts';

interface Bridge {
  call(name: unknown, input?: unknown): Promise<unknown>;
  on(name: unknown, listener: unknown): () => void;
}

let code = '';
beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('preload.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    external: ['electron'],
  });
  code = outputFiles[0]?.text ?? '';
});

function run() {
  const exposed = new Map<string, unknown>();
  const listeners = new Map<string, (event: unknown, data: unknown) => void>();
  const required: string[] = [];
  const ipcRenderer = {
    invoke: vi.fn((channel: string, input: unknown) => Promise.resolve({ ok: true, value: [channel, input] })),
    on: (channel: string, listener: (event: unknown, data: unknown) => void) => listeners.set(channel, listener),
    removeListener: (channel: string) => listeners.delete(channel),
  };
  const electron = { contextBridge: { exposeInMainWorld: (key: string, value: unknown) => exposed.set(key, value) }, ipcRenderer };
  const require = (name: string): unknown => {
    required.push(name);
    if (name !== 'electron') throw new Error(`the sandbox has no ${name}`);
    return electron;
  };
  runInContext(code, createContext({ require, module: { exports: {} }, exports: {} }));
  return { exposed, listeners, required, ipcRenderer, bridge: exposed.get('branchDesk') as Bridge };
}

test('exposes one object with two functions, needs only electron, and stays small', () => {
  const { exposed, required, bridge } = run();
  expect([...exposed.keys()]).toEqual(['branchDesk']);
  expect(Object.keys(bridge).sort()).toEqual(['call', 'on']);
  expect(new Set(required)).toEqual(new Set(['electron']));
  // The schemas and their library stay outside: the preload is read on every start.
  expect(code.length).toBeLessThan(10_000);
});

test('carries every call of the contract', async () => {
  const { bridge, ipcRenderer } = run();
  for (const name of Object.keys(hostCalls)) {
    expect(await bridge.call(name, { a: 1 })).toEqual({ ok: true, value: [`branch-desk:call:${name}`, { a: 1 }] });
  }
  expect(ipcRenderer.invoke).toHaveBeenCalledTimes(Object.keys(hostCalls).length);
});

test.each(['', 'desk.format', 'constructor', '__proto__', 'toString', 'branch-desk:call:disk.free', 42, null, undefined, ['disk.free']])(
  'the name %j goes nowhere',
  async (name) => {
    const { bridge, ipcRenderer } = run();
    expect(await bridge.call(name)).toEqual({ ok: false, code: 'invalid-input', message: 'no such call' });
    expect(() => bridge.on(name, () => undefined)).toThrow('no such event');
    expect(ipcRenderer.invoke).not.toHaveBeenCalled();
  },
);

test('hands on an event’s data without Electron’s event, until told to stop', () => {
  const { bridge, listeners } = run();
  for (const name of Object.keys(hostEvents)) {
    const heard = vi.fn();
    const stop = bridge.on(name, heard);
    const channel = `branch-desk:event:${name}`;
    listeners.get(channel)?.({ sender: 'ipcRenderer' }, { freeBytes: 1 });
    expect(heard.mock.calls).toEqual([[{ freeBytes: 1 }]]);
    expect(stop()).toBeUndefined();
    expect(listeners.has(channel)).toBe(false);
  }
  expect(() => bridge.on('disk.low', 'not a function')).toThrow('no such event');
});
