import { useEffect, useState } from 'react';
import { dayOf, type Day } from '#shared/core/calendar.ts';

/** The business date; turns at the branch's midnight while the page is open, also after the computer slept. */
export function useToday(offsetMinutes: number): Day {
  const [today, setToday] = useState(() => dayOf(Date.now(), offsetMinutes));
  useEffect(() => {
    const look = () => setToday(dayOf(Date.now(), offsetMinutes));
    const timer = setInterval(look, 20_000);
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [offsetMinutes]);
  return today;
}
