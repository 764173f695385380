import { useSyncExternalStore } from 'react';
import type { CentreStatus, Host } from '#shared/host/contract.ts';
import { onConnection } from './connection.ts';
import { useDesk } from './desk.ts';

interface Watched {
  status: CentreStatus | null;
  subscribe: (changed: () => void) => () => void;
}

/** One status per host, however many parts of the page look at it. */
const watched = new WeakMap<Host, Watched>();

/** What the exchange with the centre is doing, live; null until the host has said it for the first time. */
export function useCentre(): CentreStatus | null {
  return useCentreOf(useDesk().host);
}

/** The same before anybody has signed in. */
export function useCentreOf(host: Host): CentreStatus | null {
  const centre = watched.get(host) ?? watch(host);
  return useSyncExternalStore(centre.subscribe, () => centre.status);
}

function watch(host: Host): Watched {
  const listeners = new Set<() => void>();
  let stop: (() => void) | null = null;
  const centre: Watched = {
    status: null,
    subscribe: (changed) => {
      listeners.add(changed);
      stop ??= start();
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0 || !stop) return;
        stop();
        stop = null;
      };
    },
  };
  watched.set(host, centre);

  function start(): () => void {
    let told = 0;
    const tell = (status: CentreStatus) => {
      told += 1;
      centre.status = status;
      for (const listener of listeners) listener();
    };
    const ask = () => {
      const asked = told;
      host.call('centre.status', undefined).then(
        // An event that came meanwhile is newer than the answer.
        (status) => (asked === told && stop ? tell(status) : undefined),
        () => undefined,
      );
    };
    const off = host.on('centre.changed', tell);
    const offConnection = onConnection((state) => (state === 'connected' ? ask() : undefined));
    // Not at once: `stop` is set when this function has returned.
    queueMicrotask(ask);
    return () => {
      off();
      offConnection();
    };
  }

  return centre;
}
