/**
 * Names of the contract without its schemas, because the preload should stay one small file. `Record` makes the build break when
 * a call or an event is added to the contract and not here.
 */
import type { HostCall, HostEvent } from '#shared/host/contract.ts';

const calls: Record<HostCall, true> = {
  'desk.describe': true,
  'desk.setUp': true,
  'desk.useProfile': true,
  'desk.removeDemo': true,
  'journal.stage': true,
  'journal.append': true,
  'journal.read': true,
  'journal.lines': true,
  'snapshots.list': true,
  'snapshots.make': true,
  'snapshots.read': true,
  'snapshots.lines': true,
  'snapshots.restore': true,
  'drafts.list': true,
  'drafts.put': true,
  'drafts.remove': true,
  'files.put': true,
  'files.get': true,
  'pin.hash': true,
  'pin.verify': true,
  'centre.join': true,
  'centre.status': true,
  'centre.exchange': true,
  'centre.unsent': true,
  'centre.setAside': true,
  'centre.retry': true,
  'centre.withdraw': true,
  'centre.overview': true,
  'settings.save': true,
  'papers.render': true,
  'printers.list': true,
  'printers.print': true,
  'printers.queue': true,
  'printers.cancel': true,
  'printers.retry': true,
  'disk.free': true,
  'log.write': true,
};

const events: Record<HostEvent, true> = {
  'centre.changed': true,
  'journal.grew': true,
  'print.changed': true,
  'disk.low': true,
  'desk.taken': true,
};

export const callNames = Object.keys(calls) as HostCall[];
export const eventNames = Object.keys(events) as HostEvent[];

export function isCall(name: unknown): name is HostCall {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

export function isEvent(name: unknown): name is HostEvent {
  return typeof name === 'string' && Object.hasOwn(events, name);
}

/** IPC channels: one per call and one per event, so that a name outside the contract has no listener at all. */
export function callChannel(name: HostCall): string {
  return `branch-desk:call:${name}`;
}

export function eventChannel(name: HostEvent): string {
  return `branch-desk:event:${name}`;
}
