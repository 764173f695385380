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
  /** When it was given out: the earlier one keeps the claim, wherever it arrived first. */
  since: string;
  sale: string;
}

interface Ended {
  id: string;
  sale: string;
  at: string;
}

export function openClaims(get: (id: string) => AnyRecord | undefined): Claims {
  const holders = new Map<string, Holder[]>();
  const ends = new Map<string, Ended[]>();
  /** Keys by document: claimed or ended. */
  const claimed = new Map<string, readonly string[]>();

  /** Those that still have it, the first one first. Goods that came back may be sold again: their sale holds them no more. */
  function living(key: string): Holder[] {
    const over = ends.get(key) ?? [];
    const still = (holders.get(key) ?? []).filter(({ sale, since }) => !over.some((end) => end.sale === sale && end.at > since));
    return still.toSorted((a, b) => (a.since < b.since || (a.since === b.since && a.id < b.id) ? -1 : 1));
  }

  return {
    put: (record) => {
      const module = moduleOf(record.kind);
      const first = record.events[0]?.id ?? '';
      const after = (module?.claims(record) ?? []).map(({ key, since = first, sale = '' }) => ({ key, id: record.id, since, sale }));
      const ending = (module?.releases(record) ?? []).map((release) => ({ ...release, id: record.id }));
      const keys = new Set([...after, ...ending].map(({ key }) => key));
      const concerned = new Set<string>();
      for (const key of new Set([...(claimed.get(record.id) ?? []), ...keys])) {
        const now = replaced(holders, key, record.id, after);
        replaced(ends, key, record.id, ending);
        for (const { id } of now) if (id !== record.id) concerned.add(id);
      }
      if (keys.size > 0) claimed.set(record.id, [...keys]);
      else claimed.delete(record.id);
      return concerned;
    },
    of: (id) =>
      (claimed.get(id) ?? []).flatMap((key) => {
        const still = living(key);
        const own = still.findIndex((holder) => holder.id === id);
        // An order and its stock-out slip may both name the piece: that is one sale.
        const first = still.slice(0, Math.max(0, own)).find(({ sale }) => sale === '' || sale !== still[own]?.sale);
        const record = first && get(first.id);
        return record ? [{ reason: reasonOf(key, record), first: record.id }] : [];
      }),
  };
}

/** What documents say of this key, with what one of them says now in place of what it said before. */
function replaced<Said extends { id: string }>(
  all: Map<string, Said[]>,
  key: string,
  id: string,
  said: readonly (Said & { key: string })[],
): readonly Said[] {
  const now = [...(all.get(key) ?? []).filter((one) => one.id !== id), ...said.filter((one) => one.key === key)];
  if (now.length > 0) all.set(key, now);
  else all.delete(key);
  return now;
}

function reasonOf(claim: string, first: AnyRecord): ClaimHeld['reason'] {
  const [kind = '', ...rest] = claim.split(':');
  const said = rest.join(':');
  const { no, title: name } = first;
  if (kind === 'serial') return { code: 'SerialSold', values: { ...piece(said), no: no || name } };
  if (kind === 'received') return { code: 'SerialReceived', values: { ...piece(said), no: no || name } };
  if (kind === 'invoice') return { code: 'InvoiceNumberTaken', values: { number: said } };
  if (kind === 'application') return { code: 'ContractExists', values: { no: no || name } };
  return kind === 'slip'
    ? { code: 'SameSlip', values: { slip: said.split('/').at(-1) ?? said, no: no || name } }
    : { code: 'SamePhone', values: { phone: said, name, no } };
}

/** A number may hold the sign that parts it from its product; ids do not. */
function piece(said: string): { serial: string } {
  return { serial: said.slice(said.indexOf('/') + 1) };
}
