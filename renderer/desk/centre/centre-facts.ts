import type { CentreStatus } from '#shared/host/contract.ts';
import type { Tone } from '#renderer/ui/tone.ts';

/** Beyond this the two clocks differ enough to matter for the order of events. */
const CLOCK_LIMIT = 10 * 60_000;

/** What there is to say about a desk and its centre. Each has its words at `sync.chip.*`. */
export type CentreFact =
  | 'stopped'
  | 'returned'
  | 'setAside'
  | 'clock'
  | 'offline'
  | 'downloading'
  | 'sending'
  | 'unsent'
  | 'never'
  | 'synced'
  | 'alone';

export const toneOf: Readonly<Record<CentreFact, Tone>> = {
  stopped: 'bad',
  returned: 'bad',
  setAside: 'warn',
  clock: 'warn',
  offline: 'warn',
  downloading: 'info',
  sending: 'info',
  unsent: 'info',
  never: 'neutral',
  synced: 'good',
  alone: 'neutral',
};

/**
 * Everything true of the desk now, most urgent first; never empty.
 * @param returned papers the centre sent back, as the book has them
 */
export function centreFacts(status: CentreStatus, returned: number): CentreFact[] {
  if (status.phase === 'alone') return ['alone'];
  const { phase, unsent, setAside, clockOffset, lastComplete } = status;
  const facts: CentreFact[] = [];
  if (phase === 'stopped') facts.push('stopped');
  if (returned > 0) facts.push('returned');
  if (setAside > 0) facts.push('setAside');
  if (Math.abs(clockOffset) > CLOCK_LIMIT) facts.push('clock');
  if (phase === 'offline') facts.push('offline');
  if (phase === 'first-download') facts.push('downloading');
  if (unsent > 0) facts.push(phase === 'exchanging' ? 'sending' : 'unsent');
  if (phase === 'idle' || phase === 'exchanging') facts.push(lastComplete === 0 ? 'never' : 'synced');
  return facts;
}

/** Part of the first download that is here, 0 to 100; null while nothing is known. */
export function percentOf({ progress }: CentreStatus): number | null {
  return progress && progress.total > 0 ? Math.min(99, Math.floor((progress.done / progress.total) * 100)) : null;
}

/** Stopped for good until somebody joins again with a new code. */
export function mayRejoin({ phase, problem }: Pick<CentreStatus, 'phase' | 'problem'>): boolean {
  return phase === 'stopped' && (problem === 'unauthorized' || problem === 'locked' || problem === 'cloned');
}

export interface ClockDifference {
  /** The centre's clock is ahead of this one. */
  slow: boolean;
  unit: 'minutes' | 'hours' | 'days';
  count: number;
}

/** How far this computer's clock is off, in the largest unit of which there are two; null while it is right enough. */
export function clockDifference({ clockOffset }: Pick<CentreStatus, 'clockOffset'>): ClockDifference | null {
  const minutes = Math.round(Math.abs(clockOffset) / 60_000);
  if (Math.abs(clockOffset) <= CLOCK_LIMIT) return null;
  const slow = clockOffset > 0;
  if (minutes < 120) return { slow, unit: 'minutes', count: minutes };
  return minutes < 48 * 60
    ? { slow, unit: 'hours', count: Math.round(minutes / 60) }
    : { slow, unit: 'days', count: Math.round(minutes / 1440) };
}
