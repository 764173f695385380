import { useEffect, useState } from 'react';
import { timeOf } from '#shared/core/calendar.ts';

/** Milliseconds; a minute that is shown five seconds late hurts nobody. */
const TICK = 5_000;

/** 'HH:MM' in the branch's own time, going on while the page is open. */
export function useClock(offsetMinutes: number): string {
  const [time, setTime] = useState(() => timeOf(Date.now(), offsetMinutes));
  useEffect(() => {
    const timer = setInterval(() => setTime(timeOf(Date.now(), offsetMinutes)), TICK);
    return () => clearInterval(timer);
  }, [offsetMinutes]);
  return time;
}

/** What a guard types for a time: 9:5, 0905, 9.05, ９：０５ → 09:05; null when it is no time. */
export function parseTime(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^(\d{1,2})(\d{2})$/, '$1:$2');
  const match = /^(\d{1,2})[:.点 ](\d{1,2})分?$/.exec(plain);
  const hours = Number(match?.[1]);
  const minutes = Number(match?.[2]);
  if (!match || hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
