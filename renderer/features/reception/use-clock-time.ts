import { useSyncExternalStore } from 'react';
import { timeOf } from '#shared/core/calendar.ts';
import { useDesk } from '#renderer/desk/desk.ts';

/** How often the clock is looked at. */
const TICK = 10_000;

function everyTick(changed: () => void): () => void {
  const timer = setInterval(changed, TICK);
  return () => clearInterval(timer);
}

/** 'HH:MM' of the branch, kept up to date while shown. */
export function useClockTime(): string {
  const offset = useDesk().settings.offsetMinutes;
  return useSyncExternalStore(everyTick, () => timeOf(Date.now(), offset));
}
