import type { Tone } from '#renderer/ui/tone.ts';
import type { Overview } from '#shared/exchange/centre-notes.ts';

const HOUR = 3_600_000;

export type DeskState = 'fresh' | 'hour' | 'day' | 'never' | 'revoked';

export const toneOfState: Readonly<Record<DeskState, Tone>> = {
  fresh: 'good',
  hour: 'warn',
  day: 'bad',
  never: 'neutral',
  revoked: 'neutral',
};

type DeskSeen = Overview['branches'][number]['desks'][number];

/** How old what the centre has of a desk is. @param now milliseconds since 1970 */
export function stateOf({ revoked, lastComplete }: Pick<DeskSeen, 'revoked' | 'lastComplete'>, now: number): DeskState {
  if (revoked) return 'revoked';
  if (lastComplete === 0) return 'never';
  const age = now - lastComplete;
  return age > 24 * HOUR ? 'day' : age > HOUR ? 'hour' : 'fresh';
}

/** A span of time as people say it: the key of its words and the count in them. */
export function ageWords(milliseconds: number): { key: 'now' | 'minutes' | 'hours' | 'days'; count: number } {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return { key: 'now', count: 0 };
  if (minutes < 60) return { key: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { key: 'hours', count: hours } : { key: 'days', count: Math.floor(hours / 24) };
}
