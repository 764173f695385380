import { useEffect, useState } from 'react';
import { HostFailure } from '#shared/host/contract.ts';
import { useDesk } from './desk.ts';
import { useCentre } from './use-centre.ts';

/** `coming`: the paper came from another desk, its file is still on the way. */
type KeptFile = { state: 'loading' } | { state: 'coming' } | { state: 'failed' } | { state: 'ready'; url: string; type: string };

const LOADING: KeptFile = { state: 'loading' };

/** A file the host keeps, by its hash, as an address to show it from. One that has not arrived yet is looked for after every exchange. */
export function useKeptFile(hash: string): KeptFile {
  const { host } = useDesk();
  const status = useCentre();
  const [kept, setKept] = useState({ hash, file: LOADING });
  const file = kept.hash === hash ? kept.file : LOADING;
  const joined = status !== null && status.phase !== 'alone';
  const ready = file.state === 'ready';
  // While it is missing, whatever the exchange says is a reason to look again.
  const look = ready || !joined ? '' : `${status.phase} ${status.lastComplete} ${status.filesUnsent}`;

  useEffect(() => {
    if (ready) return;
    let stale = false;
    const settle = (next: KeptFile) => {
      if (!stale) setKept({ hash, file: next });
    };
    void (async () => {
      try {
        const { content, type } = await host.call('files.get', { hash });
        if (!stale) settle({ state: 'ready', url: URL.createObjectURL(new Blob([new Uint8Array(content)], { type })), type });
      } catch (problem) {
        const missing = joined && problem instanceof HostFailure && problem.code === 'not-found';
        settle({ state: missing ? 'coming' : 'failed' });
      }
    })();
    return () => {
      stale = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `look` looks again
  }, [host, hash, look, joined, ready]);

  const url = file.state === 'ready' ? file.url : '';
  useEffect(() => (url === '' ? undefined : () => URL.revokeObjectURL(url)), [url]);
  return file;
}
