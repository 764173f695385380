/** The one page that speaks with the host. A second one takes over, and the first is told so. */
import type { WebSocket } from 'ws';
import type { HostEvent, HostEventData } from '#shared/host/contract.ts';
import { callMessage, CLOSED_ENDING, CLOSED_GARBAGE, CLOSED_TAKEN, packMessage, unpackMessage } from '#shared/host/wire.ts';

export interface PageSocket {
  accept(socket: WebSocket): void;
  emit<E extends HostEvent>(name: E, data: HostEventData<E>): void;
  close(): void;
}

export interface PageSocketOptions {
  /** Never rejects. */
  answer(name: string, input: unknown): Promise<Record<string, unknown>>;
  onGarbage(reason: string): void;
  /** Milliseconds between pings; a page that missed one is cut off. */
  heartbeat?: number;
}

export function createPageSocket({ answer, onGarbage, heartbeat = 15_000 }: PageSocketOptions): PageSocket {
  let current: WebSocket | null = null;

  function tell(socket: WebSocket, message: Record<string, unknown>): void {
    if (socket.readyState === socket.OPEN) socket.send(packMessage(message));
  }

  async function take(socket: WebSocket, data: Buffer | ArrayBuffer | Buffer[], isBinary: boolean): Promise<void> {
    let call;
    try {
      const bytes = toBuffer(data);
      call = callMessage.parse(unpackMessage(isBinary ? bytes : bytes.toString('utf8')));
    } catch (problem) {
      onGarbage(problem instanceof Error ? problem.message : String(problem));
      socket.close(CLOSED_GARBAGE, 'not understood');
      return;
    }
    tell(socket, { id: call.id, ...(await answer(call.call, call.value)) });
  }

  return {
    accept: (socket) => {
      if (current) {
        tell(current, { event: 'desk.taken', value: {} });
        current.close(CLOSED_TAKEN, 'taken');
      }
      current = socket;
      let isAlive = true;
      const timer = setInterval(() => {
        if (!isAlive) return socket.terminate();
        isAlive = false;
        socket.ping();
      }, heartbeat);
      socket.on('pong', () => (isAlive = true));
      // A page that was taken over may still have calls on the way; they are not done.
      socket.on('message', (data, isBinary) => void (current === socket && take(socket, data, isBinary)));
      socket.on('error', (problem) => onGarbage(problem.message));
      socket.on('close', () => {
        clearInterval(timer);
        if (current === socket) current = null;
      });
    },
    emit: (name, data) => {
      if (current) tell(current, { event: name, value: data });
    },
    close: () => current?.close(CLOSED_ENDING, 'ending'),
  };
}

function toBuffer(data: Buffer | ArrayBuffer | Buffer[]): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}
