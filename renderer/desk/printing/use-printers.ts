import { useEffect, useState } from 'react';
import type { HostOutput } from '#shared/host/contract.ts';
import { useDesk } from '../desk.ts';

/** The system's printers; empty while asking, and where there is no spooler: the PDF can still be opened. */
export function usePrinters(): HostOutput<'printers.list'> {
  const { host } = useDesk();
  const [printers, setPrinters] = useState<HostOutput<'printers.list'>>([]);
  useEffect(() => {
    let stale = false;
    host.call('printers.list', undefined).then(
      (found) => {
        if (!stale) setPrinters(found);
        return found;
      },
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [host]);
  return printers;
}
