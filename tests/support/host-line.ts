/** A page's connection to a loopback host, without a browser. */
import { WebSocket } from 'ws';
import { hostMessage, packMessage, SESSION_PROTOCOL, unpackMessage, WIRE_PROTOCOL } from '#shared/host/wire.ts';

export interface HostLine {
  session: string;
  /** Rejects with 'line broken' when the host is gone, with its failure when it refuses. */
  call(name: string, value?: unknown): Promise<unknown>;
  close(): void;
}

/** @param session of an earlier run of the same desk, '' for none: the address's token is used then */
export async function connectToHost(address: string, session: string): Promise<HostLine> {
  const { origin, host, hash } = new URL(address);
  const held = session === '' ? await exchange(origin, hash.slice('#token='.length)) : session;
  const socket = new WebSocket(`ws://${host}/host`, [WIRE_PROTOCOL, SESSION_PROTOCOL + held], { headers: { origin } });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(problem: Error): void }>();
  let id = 0;
  let isBroken = false;
  const breakOff = (): void => {
    isBroken = true;
    for (const { reject } of waiting.values()) reject(new Error('line broken'));
    waiting.clear();
  };
  socket.on('close', breakOff);
  socket.on('message', (data: Buffer, isBinary) => {
    const message = hostMessage.parse(unpackMessage(isBinary ? data : data.toString('utf8')));
    if ('event' in message) return;
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) call?.resolve(message.value);
    else call?.reject(new Error(`${message.code}: ${message.message}`));
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', (problem) => {
      breakOff();
      reject(problem);
    });
  });
  return {
    session: held,
    call: (name, value) =>
      new Promise((resolve, reject) => {
        if (isBroken) return reject(new Error('line broken'));
        id += 1;
        waiting.set(id, { resolve, reject });
        socket.send(packMessage({ id, call: name, value }));
      }),
    close: () => socket.close(),
  };
}

async function exchange(origin: string, token: string): Promise<string> {
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) throw new Error(`no session: ${response.status}`);
  return ((await response.json()) as { session: string }).session;
}
