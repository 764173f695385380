import { dayOf, timeOf } from '#shared/core/calendar.ts';
import { useDesk } from '../desk.ts';

/** Milliseconds since 1970 as this office writes them: '09:41' today, '11-23 09:41' before. */
export function useWhen(): (milliseconds: number) => string {
  const { settings, today } = useDesk();
  return (milliseconds) => {
    const day = dayOf(milliseconds, settings.offsetMinutes);
    const time = timeOf(milliseconds, settings.offsetMinutes);
    if (day === today) return time;
    return day.slice(0, 4) === today.slice(0, 4) ? `${day.slice(5)} ${time}` : `${day} ${time}`;
  };
}
