import type { Reader } from '#shared/documents/reader.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { gatepass } from '#shared/modules/gatepass/module.ts';

/** Notes the manager released and that have not gone out yet. */
export async function countToIssue(read: Reader): Promise<number> {
  const released = await read.all({ kind: dispatch.kind, status: 'released' }, 100);
  const picked = await read.all({ kind: dispatch.kind, status: 'picked' }, 100);
  return released.rows.length + picked.rows.length;
}

/** Vehicles that wait at the gate. */
export async function countIssuedPasses(read: Reader): Promise<number> {
  return (await read.all({ kind: gatepass.kind, status: 'issued' }, 100)).rows.length;
}
