import { useEffect, useEffectEvent } from 'react';

/** Calls `onIdle` once when nobody touched key, pointer or wheel for `milliseconds` while `watching`. */
export function useIdle(milliseconds: number, watching: boolean, onIdle: () => void): void {
  const idle = useEffectEvent(onIdle);
  useEffect(() => {
    if (!watching) return;
    let timer = setTimeout(idle, milliseconds);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(idle, milliseconds);
    };
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, touched, { capture: true });
    };
  }, [milliseconds, watching]);
}
