/** What only one living document may have, and who was first (design, 5). */
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import type { Finding } from './findings.ts';

export interface ClaimHeld {
  reason: Finding['reasons'][number];
  /** The document that had it first. */
  first: string;
}

export interface Claims {
  /** A document as it stands now. Returns all documents concerned by what it claims or gives up. */
  put(record: AnyRecord): Set<string>;
  /** What others claimed before this document. */
  of(id: string): ClaimHeld[];
}

interface Holder {
  id: string;
  /** When its first event was signed: the earlier one keeps the claim, wherever it arrived first. */
  since: string;
}

export function openClaims(get: (id: string) => AnyRecord | undefined): Claims {
  const holders = new Map<string, Holder[]>();
  const claimed = new Map<string, readonly string[]>();

  return {
    put: (record) => {
      const before = claimed.get(record.id) ?? [];
      const after = moduleOf(record.kind)?.claims(record) ?? [];
      const concerned = new Set<string>();
      for (const claim of new Set([...before, ...after])) {
        const others = (holders.get(claim) ?? []).filter(({ id }) => id !== record.id);
        for (const { id } of others) concerned.add(id);
        const now = after.includes(claim) ? [...others, { id: record.id, since: record.events[0]?.id ?? '' }] : others;
        now.sort((a, b) => (a.since < b.since || (a.since === b.since && a.id < b.id) ? -1 : 1));
        if (now.length > 0) holders.set(claim, now);
        else holders.delete(claim);
      }
      if (after.length > 0) claimed.set(record.id, after);
      else claimed.delete(record.id);
      return concerned;
    },
    of: (id) =>
      (claimed.get(id) ?? []).flatMap((claim) => {
        const first = holders.get(claim)?.[0];
        const record = first && first.id !== id ? get(first.id) : undefined;
        return record ? [{ reason: reasonOf(claim, record), first: record.id }] : [];
      }),
  };
}

function reasonOf(claim: string, first: AnyRecord): ClaimHeld['reason'] {
  const [kind = '', ...rest] = claim.split(':');
  const said = rest.join(':');
  const { no, title: name } = first;
  if (kind === 'invoice') return { code: 'InvoiceNumberTaken', values: { number: said } };
  if (kind === 'application') return { code: 'ContractExists', values: { no: no || name } };
  return kind === 'slip'
    ? { code: 'SameSlip', values: { slip: said.split('/').at(-1) ?? said, no: no || name } }
    : { code: 'SamePhone', values: { phone: said, name, no } };
}
