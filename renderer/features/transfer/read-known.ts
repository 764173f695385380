import type { Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { nameKey } from '#shared/modules/customer/facts.ts';
import { phoneDigits } from '#shared/modules/customer/phone.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { location } from '#shared/modules/location/module.ts';
import { product } from '#shared/modules/product/module.ts';
import type { ImportKind } from '#shared/transfer/import-columns.ts';
import type { Known } from '#shared/transfer/prepare-import.ts';

const PAGE = 500;

/** Everything an import is compared with. Walks the customers or products once, page by page: an import is rare and may take its time. */
export async function readKnown(read: Reader, kind: ImportKind, today: Day): Promise<Known> {
  const customersByName = new Map<string, string>();
  const customersByPhone = new Map<string, string>();
  const productCodes = new Set<string>();
  const barcodes = new Set<string>();
  if (kind !== 'products') {
    await walk(read, customer.kind, (record) => {
      if (record.status === 'merged' || record.status === 'withdrawn') return;
      const { body } = customer.read(record);
      customersByName.set(nameKey(body.name), record.id);
      for (const phone of [body.phone, body.otherPhone].map(phoneDigits)) if (phone.length >= 7) customersByPhone.set(phone, record.id);
    });
  } else {
    await walk(read, product.kind, (record) => {
      if (record.status === 'withdrawn') return;
      const { body } = product.read(record);
      productCodes.add(body.code);
      if (body.barcode !== '') barcodes.add(body.barcode);
    });
  }
  const places = (await read.all({ kind: location.kind, status: 'open' })).rows.map((row) => location.read(row));
  const locations = new Map(places.flatMap((place) => [[place.body.name, place.id] as const, [place.body.code, place.id] as const]));
  const main = places.find((place) => place.body.type === 'warehouse') ?? places[0];
  return { customersByName, customersByPhone, productCodes, barcodes, locations, defaultLocation: main?.id ?? '', today };
}

async function walk(read: Reader, kind: string, visit: (record: AnyRecord) => void): Promise<void> {
  for (let after: string | null = ''; after !== null;) {
    const page: { rows: AnyRecord[]; next: string | null } = await read.list({ kind, after, limit: PAGE });
    page.rows.forEach(visit);
    after = page.next;
  }
}
