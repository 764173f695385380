import { useEffect, useState } from 'react';
import { problemText } from '#renderer/book/problem-text.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import type { Loadable } from '#renderer/ui/loadable.ts';
import type { HostCall, HostInput, HostOutput } from '#shared/host/contract.ts';

type Question = Extract<HostCall, 'centre.unsent' | 'centre.setAside' | 'centre.overview'>;

/** An answer of the host, asked for again whenever `key` changes; the last answer stays on the screen meanwhile. */
export function useAsked<C extends Question>(call: C, key: string): Loadable<HostOutput<C>> {
  const { host } = useDesk();
  const [answer, setAnswer] = useState<Loadable<HostOutput<C>>>({ state: 'loading' });
  const [again, setAgain] = useState(0);
  useEffect(() => {
    let stale = false;
    // All three questions take nothing.
    host.call(call, undefined as HostInput<C>).then(
      (value) => (stale ? undefined : setAnswer({ state: 'ready', value })),
      (problem: unknown) => {
        if (!stale) setAnswer({ state: 'failed', problem: problemText(problem), retry: () => setAgain((count) => count + 1) });
      },
    );
    return () => {
      stale = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `key` and `again` ask again
  }, [host, call, key, again]);
  return answer;
}
