import { account, sumPostings, type Posting } from '#shared/ledger/posting.ts';
import { foldBody } from '#shared/documents/edited-body.ts';
import type { AnyModule } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf, upgrade } from '#shared/modules/registry.ts';

/** What one document adds to the balances: account and amount, each account once, none of them zero. */
export type Contribution = [account: string, amount: number][];

/**
 * Documents of an unknown kind or a newer version mean nothing to this program yet: no postings, but they are kept.
 * @throws when the module cannot make sense of the body: a bug
 */
export function contributionOf(record: AnyRecord): Contribution {
  const module = readableBy(record);
  return module ? [...sumPostings([...module.postings(upgrade(record)), ...conflictsOf(module, record)])] : [];
}

/** Records with fields that two people changed without knowing of each other can be listed without looking at all of them: `conflict/<kind>/<id>`. */
function conflictsOf(module: AnyModule, record: AnyRecord): Posting[] {
  if (!module.editable || record.events.length < 3) return [];
  const amount = foldBody(record.events).conflicts.length;
  return amount === 0 ? [] : [{ account: account('conflict', record.kind, record.id), amount }];
}

/** The module that understands this record, or undefined: then it is kept and shown read-only. */
export function readableBy(record: Pick<AnyRecord, 'kind' | 'v'>): AnyModule | undefined {
  const module = moduleOf(record.kind);
  return module && record.v <= module.v ? module : undefined;
}
