/** What is not everybody's to read: another's commission, claims and trips. Everything else is open to the whole branch. */
import type { AnyRecord } from '#shared/documents/record.ts';
import { holdsAny, type Actor, type Role } from '#shared/policy/roles.ts';
import { commission } from './commission/module.ts';
import { expense, supervisors } from './expense/module.ts';
import { trip } from './trip/module.ts';

const claimReaders: readonly Role[] = [...supervisors, 'finance', 'treasurer'];

/** Posts that read everybody's papers of a kind; others read their own. */
const readers: Readonly<Record<string, readonly Role[]>> = {
  [commission.kind]: ['manager', 'finance', 'dgmFinance', 'gm', 'cashier', 'treasurer'],
  [expense.kind]: claimReaders,
  [trip.kind]: claimReaders,
};

export function seesAll(kind: string, actor: Actor): boolean {
  const posts = readers[kind];
  return posts === undefined || holdsAny(actor, posts);
}

export function maySee({ kind, owner }: Pick<AnyRecord, 'kind' | 'owner'>, actor: Actor): boolean {
  return owner === actor.id || seesAll(kind, actor);
}
