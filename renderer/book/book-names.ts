import type { HostInfo } from '#shared/host/contract.ts';

/** Raised when indexes or tables change: the working copy is then built anew from the host's snapshots and journal. */
const LAYOUT = 4;

/** Name of the book's database. A new epoch (restored, reset, another installation) never meets an old working copy. */
export function bookName(info: Pick<HostInfo, 'profile' | 'epoch'>): string {
  return `bd-${info.profile}-${info.epoch.toLowerCase().replaceAll(/[^a-z0-9]/g, '-')}-${LAYOUT}`;
}
