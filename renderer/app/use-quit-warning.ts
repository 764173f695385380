import { useEffect } from 'react';
import { useDesk } from '../desk/desk.ts';
import { isLeaving, reloadPage } from '../desk/leave-page.ts';
import { useCentre } from '../desk/use-centre.ts';

/**
 * Closing the browser's page while the centre lacks papers: the browser asks first. The words of its question are its own. Loading the page
 * anew by keyboard loses nothing and asks nothing; the browser's own button for it cannot be told from closing.
 */
export function useQuitWarning(): void {
  const { info } = useDesk();
  const status = useCentre();
  const waiting = info.shell === 'loopback' && status !== null && status.phase !== 'alone' && status.unsent > 0;
  useEffect(() => {
    if (!waiting) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!isLeaving()) event.preventDefault();
    };
    const reload = (event: KeyboardEvent) => {
      if (event.key !== 'F5' && !((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'r')) return;
      event.preventDefault();
      reloadPage();
    };
    window.addEventListener('beforeunload', ask);
    window.addEventListener('keydown', reload);
    return () => {
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('keydown', reload);
    };
  }, [waiting]);
}
