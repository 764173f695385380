import { useState } from 'react';
import type { Loadable } from '../ui/loadable.ts';

/** The newest answer of a live query whose question changes with every key: until the new one is there, the one before. */
export function useLast<T>(found: Loadable<T>, before: T): T {
  const [last, setLast] = useState(before);
  if (found.state === 'ready' && found.value !== last) setLast(found.value);
  return found.state === 'ready' ? found.value : last;
}
