/** The page's one way to the computer: the desktop's bridge where there is one, else the loopback shell's WebSocket. */
import type { Host } from '#shared/host/contract.ts';
import { setConnection } from './connection.ts';
import { createHostClient, type HostTransport } from './host-client.ts';
import { openSession } from './session.ts';
import { createSocketTransport } from './socket-transport.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload. */
    branchDesk?: HostTransport;
  }
}

let host: Host | null = null;

/**
 * The host, the same one however often it is asked for. Calls reject with HostFailure: 'refused' when the page was not opened by the desk's
 * own start, 'disconnected' while the host is away (a `journal.append` with the same commandId may simply be sent again), 'timed-out'.
 */
export async function connectHost(): Promise<Host> {
  host ??= createHostClient(window.branchDesk ?? socketTransport());
  return host;
}

function socketTransport(): HostTransport {
  return createSocketTransport({
    address: `ws://${window.location.host}/host`,
    openSession: () =>
      openSession({
        storage: window.sessionStorage,
        location: window.location,
        history: window.history,
        fetch: (path, init) => window.fetch(path, init),
      }),
    connect: (address, protocols) => new WebSocket(address, protocols),
    onState: setConnection,
  });
}
