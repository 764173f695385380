import type { Host } from '#shared/host/contract.ts';
import { makeUlid } from '#shared/core/ulid.ts';
import { parseSale, type SaleDraft } from './sale-draft.ts';

/** A sale put aside (挂单) while the next customer is served. It stays in the host's drafts and survives a power cut. */
export interface ParkedSale {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  title: string;
  sale: SaleDraft;
}

const KIND = 'order-parked';
export const DRAFT_KIND = 'order';

/** This person's parked sales, newest first. A host that cannot be asked has none to show. */
export async function parkedSales(host: Host, owner: string): Promise<ParkedSale[]> {
  return keptSales(host, owner, KIND);
}

/** The sale this person was in the middle of, if any. */
export async function unfinishedSale(host: Host, owner: string): Promise<ParkedSale | null> {
  return (await keptSales(host, owner, DRAFT_KIND)).find((kept) => isBegun(kept.sale)) ?? null;
}

async function keptSales(host: Host, owner: string, kind: string): Promise<ParkedSale[]> {
  const drafts = await host.call('drafts.list', undefined).catch(() => []);
  return drafts
    .filter((draft) => draft.kind === kind && draft.owner === owner)
    .flatMap((draft) => {
      const sale = parseSale(draft.body);
      return sale === null ? [] : [{ id: draft.id, at: draft.at, title: draft.title, sale }];
    })
    .toSorted((a, b) => b.at - a.at);
}

export async function parkSale(host: Host, owner: string, title: string, sale: SaleDraft): Promise<void> {
  const id = makeUlid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  await host.call('drafts.put', { id, kind: KIND, owner, title, body: sale });
}

export async function dropParked(host: Host, id: string): Promise<void> {
  await host.call('drafts.remove', { id });
}

/** Whether anything was entered that would be missed. */
export function isBegun(sale: SaleDraft): boolean {
  return sale.customer.name !== '' || sale.notes !== '' || sale.lines.some((line) => line.goods !== null);
}
