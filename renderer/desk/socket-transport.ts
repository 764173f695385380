/** Carries the contract over the loopback shell's WebSocket; connects again by itself when the host was started again. */
import { HostFailure, type HostCall, type HostEvent } from '#shared/host/contract.ts';
import { CLOSED_TAKEN, hostMessage, packMessage, SESSION_PROTOCOL, unpackMessage, WIRE_PROTOCOL } from '#shared/host/wire.ts';
import type { Connection } from './connection.ts';
import type { HostTransport } from './host-client.ts';

export interface SocketTransportOptions {
  address: string;
  openSession(): Promise<string | 'refused'>;
  connect(address: string, protocols: string[]): WebSocket;
  onState(state: Connection): void;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(problem: HostFailure): void;
  timer: ReturnType<typeof setTimeout>;
}

const FIRST_WAIT = 200;
const LONGEST_WAIT = 5000;
/** How long a call waits for a connection that is being made again. */
const PATIENCE = 5000;
const MINUTE = 60_000;
/** Papers and snapshots take their time on an old PC. */
const slow: ReadonlySet<HostCall> = new Set(['snapshots.make', 'snapshots.read', 'snapshots.restore', 'desk.useProfile', 'files.put']);

export function createSocketTransport(options: SocketTransportOptions): HostTransport {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<HostEvent, Set<(data: unknown) => void>>();
  let nextId = 1;
  let socket: WebSocket | null = null;
  let ended: HostFailure | null = null;
  let opening: PromiseWithResolvers<WebSocket> = withResolvers();
  void connectUntilOpen();

  async function connectUntilOpen(): Promise<void> {
    for (let wait = FIRST_WAIT; ended === null; wait = Math.min(LONGEST_WAIT, wait * 2)) {
      try {
        const session = await options.openSession();
        if (session === 'refused') return end('refused', new HostFailure('refused', 'the host does not know this page'));
        await connectOnce(session);
        return;
      } catch {
        options.onState('reconnecting');
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  function connectOnce(session: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const made = options.connect(options.address, [WIRE_PROTOCOL, SESSION_PROTOCOL + session]);
      made.binaryType = 'arraybuffer';
      made.addEventListener('open', () => {
        socket = made;
        options.onState('connected');
        opening.resolve(made);
        resolve();
      });
      made.addEventListener('message', ({ data }) => take(data));
      made.addEventListener('close', ({ code }) => {
        if (socket !== made) return reject(new Error('not connected'));
        socket = null;
        opening = withResolvers();
        if (code === CLOSED_TAKEN) {
          const taken = new HostFailure('taken', 'another window took over');
          rejectAll(taken);
          return end('taken', taken);
        }
        rejectAll(new HostFailure('disconnected', 'the connection to the host was lost'));
        options.onState('reconnecting');
        void connectUntilOpen();
      });
    });
  }

  function end(state: Connection, failure: HostFailure): void {
    ended = failure;
    opening.reject(failure);
    options.onState(state);
  }

  function rejectAll(failure: HostFailure): void {
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(failure);
    }
    waiting.clear();
  }

  function take(data: unknown): void {
    const message = hostMessage.parse(unpackMessage(data instanceof ArrayBuffer ? new Uint8Array(data) : String(data)));
    if ('event' in message) {
      for (const [name, found] of listeners) if (name === message.event) for (const listener of found) listener(message.value);
      return;
    }
    const call = waiting.get(message.id);
    if (!call) return;
    waiting.delete(message.id);
    clearTimeout(call.timer);
    call.resolve(message);
  }

  async function open(): Promise<WebSocket> {
    if (socket) return socket;
    if (ended) throw ended;
    return orAfter(opening.promise, PATIENCE, new HostFailure('disconnected', 'the host does not answer'));
  }

  return {
    call: async (name, value) => {
      const open_ = await open();
      return new Promise((resolve, reject) => {
        const id = nextId;
        nextId += 1;
        const giveUp = (): void => {
          waiting.delete(id);
          reject(new HostFailure('timed-out', `${name}: no answer`));
        };
        waiting.set(id, { resolve, reject, timer: setTimeout(giveUp, slow.has(name) ? 10 * MINUTE : MINUTE) });
        open_.send(packMessage({ id, call: name, value }));
      });
    },
    on: (name, listener) => {
      const found = listeners.get(name) ?? new Set();
      listeners.set(name, found.add(listener));
      return () => void found.delete(listener);
    },
  };
}

interface PromiseWithResolvers<T> {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(problem: Error): void;
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (problem: Error) => void = () => undefined;
  const promise = new Promise<T>((...both) => ([resolve, reject] = both));
  // Nobody may be waiting when it fails.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

function orAfter<T>(promise: Promise<T>, milliseconds: number, failure: HostFailure): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(failure), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
