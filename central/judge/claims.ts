/** What only one living document may have, and who was first (design, 5). */
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import type { CompanyPieces, Holding } from './company-pieces.ts';
import type { Finding } from './findings.ts';

export interface ClaimHeld {
  reason: Finding['reasons'][number];
  /** The document that had it first; '' when it is another branch's. */
  first: string;
}

export interface Claims {
  /** A document as it stands now. Returns all documents concerned by what it claims or gives up, and the company's pieces among that. */
  put(record: AnyRecord): { concerned: Set<string>; pieces: string[] };
  /** Documents that claim this. */
  holding(key: string): string[];
  /** Those by which it is held still. */
  held(key: string): Holding[];
  /** What others claimed before this document. */
  of(id: string): ClaimHeld[];
}

interface Holder {
  id: string;
  /** When it was given out: the earlier one keeps the claim, wherever it arrived first. */
  since: string;
  sale: string;
  /** Of another branch: its code, and the paper's number. */
  elsewhere?: { branch: string; no: string };
}

interface Ended {
  /** The document that ended it. */
  id: string;
  sale: string;
  at: string;
}

/** What the whole company may have once only; all else is a branch's own. */
const isPiece = (key: string): boolean => key.startsWith('serial:');

export function openClaims(get: (id: string) => AnyRecord | undefined, elsewhere: CompanyPieces['elsewhere']): Claims {
  const holders = new Map<string, Holder[]>();
  const ends = new Map<string, Ended[]>();
  /** Keys by document: claimed or ended. */
  const claimed = new Map<string, readonly string[]>();

  /** Goods that came back may be sold again: their sale holds them no more. */
  function own(key: string): Holder[] {
    const over = ends.get(key) ?? [];
    return (holders.get(key) ?? []).filter(({ sale, since }) => !over.some((end) => end.sale === sale && end.at > since)).toSorted(byTime);
  }

  /** Those that still have it in any branch, the first one first. */
  function living(key: string): Holder[] {
    const others = elsewhere(key).map(({ branch, no, ...holding }) => ({ ...holding, elsewhere: { branch, no } }));
    return [...own(key), ...others].toSorted(byTime);
  }

  return {
    put: (record) => {
      const module = moduleOf(record.kind);
      const first = record.events[0]?.id ?? '';
      const after = (module?.claims(record) ?? []).map(({ key, since = first, sale = '' }) => ({ key, id: record.id, since, sale }));
      const ending = (module?.releases(record) ?? []).map((release) => ({ ...release, id: record.id }));
      const keys = new Set([...after, ...ending].map(({ key }) => key));
      const concerned = new Set<string>();
      const touched = new Set([...(claimed.get(record.id) ?? []), ...keys]);
      for (const key of touched) {
        const now = replaced(holders, key, record.id, after);
        replaced(ends, key, record.id, ending);
        for (const { id } of now) if (id !== record.id) concerned.add(id);
      }
      if (keys.size > 0) claimed.set(record.id, [...keys]);
      else claimed.delete(record.id);
      return { concerned, pieces: [...touched].filter(isPiece) };
    },
    holding: (key) => (holders.get(key) ?? []).map(({ id }) => id),
    held: (key) => own(key).map(({ id, since, sale }) => ({ id, no: get(id)?.no ?? '', since, sale })),
    of: (id) =>
      (claimed.get(id) ?? []).flatMap((key) => {
        const still = living(key);
        const own = still.findIndex((holder) => holder.id === id);
        // An order and its stock-out slip may both name the piece: that is one sale.
        const first = still.slice(0, Math.max(0, own)).find(({ sale }) => sale === '' || sale !== still[own]?.sale);
        if (first?.elsewhere) return [{ reason: soldElsewhere(key, first.elsewhere), first: '' }];
        const record = first && get(first.id);
        return record ? [{ reason: reasonOf(key, record), first: record.id }] : [];
      }),
  };
}

const byTime = (a: Holder, b: Holder): number => (a.since < b.since || (a.since === b.since && a.id < b.id) ? -1 : 1);

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

function soldElsewhere(claim: string, said: { branch: string; no: string }): ClaimHeld['reason'] {
  return { code: 'SerialSoldElsewhere', values: { ...piece(claim.slice(claim.indexOf(':') + 1)), ...said } };
}

/** A number may hold the sign that parts it from its product; ids do not. */
function piece(said: string): { serial: string } {
  return { serial: said.slice(said.indexOf('/') + 1) };
}
