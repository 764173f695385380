/** Minutes from one 'HH:MM' to a later one of the same day; 0 when it is not later. */
export function minutesBetween(from: string, to: string): number {
  return Math.max(0, minutesOf(to) - minutesOf(from));
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
