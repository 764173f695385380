import { useEffect } from 'react';
import { useDesk } from '../desk/desk.ts';
import { isLeaving } from '../desk/leave-page.ts';
import { useCentre } from '../desk/use-centre.ts';

/** Closing the browser's page while the centre lacks papers: the browser asks first. The words of its question are its own. */
export function useQuitWarning(): void {
  const { info } = useDesk();
  const status = useCentre();
  const waiting = info.shell === 'loopback' && status !== null && status.phase !== 'alone' && status.unsent > 0;
  useEffect(() => {
    if (!waiting) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!isLeaving()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [waiting]);
}
