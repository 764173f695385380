import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import type { HostInfo } from '#shared/host/contract.ts';

/** What the host says of itself now; what it said at the start until it has answered. */
export function useHostInfo(): HostInfo {
  const { host, info } = useDesk();
  const [now, setNow] = useState(info);
  useEffect(() => {
    let stale = false;
    host.call('desk.describe', undefined).then(
      (answer) => {
        if (!stale) setNow(answer);
        return answer;
      },
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [host]);
  return now;
}
