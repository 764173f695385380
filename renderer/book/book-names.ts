import type { HostInfo } from '#shared/host/contract.ts';

/** Raised when indexes or tables change: the working copy is then built anew from the host's snapshots and journal. */
const LAYOUT = 2;

/** Names of the book's databases. A new epoch (restored, reset, another installation) never meets an old working copy. */
export function bookNames(info: Pick<HostInfo, 'profile' | 'epoch'>): { documents: string; figures: string } {
  const epoch = info.epoch.toLowerCase().replaceAll(/[^a-z0-9]/g, '-');
  return { documents: `bd-${info.profile}-${epoch}-${LAYOUT}`, figures: `bd-figures-${info.profile}-${epoch}-${LAYOUT}` };
}
