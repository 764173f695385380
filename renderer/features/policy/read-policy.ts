import type { Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { policy, type Policy } from '#shared/modules/policy/module.ts';
import { product } from '#shared/modules/product/module.ts';
import { policyOn } from '#shared/modules/policy/rules.ts';
import type { PricedFile } from './compare.ts';

export interface PolicyView {
  record: DocumentRecord<Policy>;
  isInForce: boolean;
  /** What it is compared with: the version in force, for that one and what was before the one issued before; null: the standard values. */
  against: DocumentRecord<Policy> | null;
  /** Products that either version prices, by id. */
  files: ReadonlyMap<string, PricedFile>;
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
  const against = held.has(record.status) ? (before ?? null) : inForce;
  const priced = [...record.body.prices, ...(against?.body.prices ?? [])].map((row) => row.product);
  const products = await read.getMany([...new Set(priced)]);
  const files = new Map<string, PricedFile>();
  for (const row of products.values()) {
    if (row.kind !== product.kind) continue;
    const { price, floor } = product.read(row).body;
    files.set(row.id, { title: row.title, price, floor });
  }
  return { record, isInForce: inForce?.id === id, against, files };
}
