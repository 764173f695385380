import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HostFailure, type Host } from '#shared/host/contract.ts';
import { CLOSED_TAKEN, packMessage, unpackMessage } from '#shared/host/wire.ts';
import type { Connection } from './connection.ts';
import { createHostClient } from './host-client.ts';
import { createSocketTransport } from './socket-transport.ts';

class FakeSocket extends EventTarget {
  binaryType = '';
  sent: { id: number; call: string; value: unknown }[] = [];

  send(data: string | Uint8Array): void {
    this.sent.push(unpackMessage(data) as (typeof this.sent)[number]);
  }

  tell(message: Record<string, unknown>): void {
    const data = packMessage(message);
    this.dispatchEvent(new MessageEvent('message', { data: typeof data === 'string' ? data : data.buffer }));
  }

  opens(): void {
    this.dispatchEvent(new Event('open'));
  }

  closes(code = 1006): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

let sockets: FakeSocket[] = [];
let states: Connection[] = [];
let session: () => Promise<string> = () => Promise.resolve('s1');
let host: Host;

const newest = (): FakeSocket => sockets.at(-1) ?? new FakeSocket();
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  [sockets, states] = [[], []];
  session = () => Promise.resolve('s1');
});
afterEach(() => vi.useRealTimers());

async function connect(): Promise<void> {
  host = createHostClient(
    createSocketTransport({
      address: 'ws://127.0.0.1:1/host',
      openSession: () => session(),
      connect: (_address, protocols) => {
        expect(protocols).toEqual(['branch-desk-1', 'session.s1']);
        sockets.push(new FakeSocket());
        return newest() as unknown as WebSocket;
      },
      onState: (state) => states.push(state),
    }),
  );
  await settle();
  newest().opens();
  await settle();
}

const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => value,
    (problem: unknown) => (problem instanceof HostFailure ? problem.code : problem),
  );

test('answers find their calls whatever their order, and are parsed', async () => {
  await connect();
  const free = code(host.call('disk.free', undefined));
  const file = code(host.call('files.get', { hash: 'a'.repeat(64) }));
  const strange = code(host.call('disk.free', undefined));
  await settle();
  const [first, second, third] = newest().sent;
  newest().tell({ id: second?.id, ok: true, value: { type: 't', name: 'n', content: new Uint8Array([1, 2]) } });
  newest().tell({ id: first?.id, ok: true, value: { freeBytes: 7 } });
  newest().tell({ id: third?.id, ok: true, value: { freeBytes: 'much' } });
  expect(await Promise.all([free, file, strange])).toEqual([
    { freeBytes: 7 },
    { type: 't', name: 'n', content: new Uint8Array([1, 2]) },
    'internal',
  ]);
});

test('a failure arrives as HostFailure with its code; one this version does not know is internal', async () => {
  await connect();
  const full = code(host.call('disk.free', undefined));
  const odd = code(host.call('disk.free', undefined));
  await settle();
  newest().tell({ id: newest().sent[0]?.id, ok: false, code: 'disk-full', message: 'm' });
  newest().tell({ id: newest().sent[1]?.id, ok: false, code: 'no-such-code', message: 'm' });
  expect(await Promise.all([full, odd])).toEqual(['disk-full', 'internal']);
});

test('calls under way are rejected when the host goes; calls made meanwhile go out when it is back', async () => {
  await connect();
  const underWay = code(host.call('disk.free', undefined));
  await settle();
  newest().closes();
  expect(await underWay).toBe('disconnected');
  const meanwhile = code(host.call('drafts.list', undefined));
  session = () => Promise.reject(new TypeError('fetch failed'));
  await vi.advanceTimersByTimeAsync(1000);
  session = () => Promise.resolve('s1');
  await vi.advanceTimersByTimeAsync(1000);
  newest().opens();
  await settle();
  expect(sockets).toHaveLength(2);
  newest().tell({ id: newest().sent[0]?.id, ok: true, value: [] });
  expect(await meanwhile).toEqual([]);
  expect(states.filter((state, index) => state !== states[index - 1])).toEqual(['connected', 'reconnecting', 'connected']);
});

test('a call does not wait for ever for a host that stays away', async () => {
  await connect();
  newest().closes();
  session = () => Promise.reject(new TypeError('fetch failed'));
  const call = code(host.call('disk.free', undefined));
  await vi.advanceTimersByTimeAsync(5000);
  expect(await call).toBe('disconnected');
});

test('a host that hears and never answers is given up', async () => {
  await connect();
  const call = code(host.call('disk.free', undefined));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await call).toBe('timed-out');
});

test('a page that was taken over does not come back by itself', async () => {
  await connect();
  const taken = vi.fn();
  host.on('desk.taken', taken);
  const underWay = code(host.call('drafts.list', undefined));
  await settle();
  newest().tell({ event: 'desk.taken', value: {} });
  newest().closes(CLOSED_TAKEN);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(taken).toHaveBeenCalledOnce();
  expect(sockets).toHaveLength(1);
  expect(states.at(-1)).toBe('taken');
  expect(await underWay).toBe('taken');
  expect(await code(host.call('disk.free', undefined))).toBe('taken');
});

test('a page without a session is refused, and stays so', async () => {
  session = () => Promise.resolve('refused');
  host = createHostClient(
    createSocketTransport({
      address: '',
      openSession: () => session(),
      connect: () => new FakeSocket() as unknown as WebSocket,
      onState: (state) => states.push(state),
    }),
  );
  expect(await code(host.call('disk.free', undefined))).toBe('refused');
  expect(states).toEqual(['refused']);
});

test('events reach who listens, parsed, until they stop', async () => {
  await connect();
  const low = vi.fn();
  const stop = host.on('disk.low', low);
  newest().tell({ event: 'disk.low', value: { freeBytes: 3 } });
  newest().tell({ event: 'disk.low', value: { freeBytes: 'few' } });
  newest().tell({ event: 'print.changed', value: {} });
  stop();
  newest().tell({ event: 'disk.low', value: { freeBytes: 4 } });
  expect(low.mock.calls).toEqual([[{ freeBytes: 3 }]]);
});
