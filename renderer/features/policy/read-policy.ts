import type { Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { policy, type Policy } from '#shared/modules/policy/module.ts';
import { policyOn } from '#shared/modules/policy/rules.ts';

export interface PolicyView {
  record: DocumentRecord<Policy>;
  isInForce: boolean;
  /** What it is compared with: the version in force, for that one and what was before the one issued before; null: the standard values. */
  against: DocumentRecord<Policy> | null;
}

const held = new Set(['issued', 'superseded']);

export async function readPolicyView(read: Reader, id: string, today: Day): Promise<PolicyView | null> {
  const { rows } = await read.all({ kind: policy.kind });
  const found = rows.find((row) => row.id === id);
  if (!found) return null;
  const record = policy.read(found);
  const inForce = policyOn(rows, today);
  const earlier = rows.filter(({ status }) => held.has(status)).map((row) => policy.read(row));
  const before = earlier.filter(({ body }) => body.version < record.body.version).toSorted((a, b) => b.body.version - a.body.version)[0];
  return { record, isInForce: inForce?.id === id, against: held.has(record.status) ? (before ?? null) : inForce };
}
