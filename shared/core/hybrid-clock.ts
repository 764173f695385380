/**
 * Hybrid logical clock: `<milliseconds, 13 digits>-<counter, 4 hex digits>-<desk code>`.
 * Sorts as text; orders events of all desks so that a cause always precedes its effect.
 * Source: Kulkarni et al., "Logical Physical Clocks", 2014.
 */
export type Hlc = string;

const PATTERN = /^(\d{13})-([0-9a-f]{4})-([A-Z0-9-]{1,16})$/;

export function hlcMilliseconds(hlc: Hlc): number {
  return Number(hlc.slice(0, 13));
}

/**
 * The next stamp of `desk` after having seen `last` ('' for none), at wall-clock `now`.
 * A 65 537th event in one standing millisecond moves the clock on by one.
 */
export function nextHlc(last: Hlc, now: number, desk: string): Hlc {
  const seen = PATTERN.exec(last);
  const seenMilliseconds = seen ? Number(seen[1]) : 0;
  const milliseconds = Math.max(now, seenMilliseconds);
  const counter = milliseconds === seenMilliseconds && seen ? Number.parseInt(seen[2] ?? '0', 16) + 1 : 0;
  if (counter > 0xffff) return nextHlc(`${String(milliseconds + 1).padStart(13, '0')}-0000-${desk}`, now, desk);
  return `${String(milliseconds).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}-${desk}`;
}
