import type { Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { policy } from '#shared/modules/policy/module.ts';
import type { Parameters } from '#shared/policy/gate.ts';

/** What the sales policy in force on `today` sets; for figures a screen computes with the rules' own functions. */
export async function parametersInForce(read: Reader, today: Day): Promise<Parameters> {
  const { rows } = await read.all({ kind: policy.kind });
  const found = rows.find((row) => row.day <= today);
  return found ? policy.read(found).body.parameters : {};
}
