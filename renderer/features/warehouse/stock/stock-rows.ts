import type { Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { location } from '#shared/modules/location/module.ts';
import { product, type Product } from '#shared/modules/product/module.ts';

/** One product at one location (STK-01). Quantities in thousandths. */
export interface StockRow {
  key: string;
  product: DocumentRecord<Product>;
  locationId: string;
  location: string;
  onHand: Milli;
  /** Promised to customers and not yet handed over. */
  reserved: Milli;
  free: Milli;
  damaged: Milli;
  /** Asked of purchasing or production and not there yet (STK-09); of the product, so at its first place only. */
  coming: Milli;
  /** Less is free than the product's low mark. */
  low: boolean;
}

export interface Stock {
  rows: StockRow[];
  locations: { id: string; name: string }[];
  /** False when the book has more products than are read. */
  complete: boolean;
}

const MOST_PRODUCTS = 5000;

/** Stock of every live product at every location that has, had promised or lacks it; by product name, then location. */
export async function readStock(read: Reader): Promise<Stock> {
  const places = (await read.all({ kind: location.kind, status: 'open' })).rows.map((record) => location.read(record));
  const products = await read.all({ kind: product.kind, status: 'active' }, MOST_PRODUCTS);
  const stopped = await read.all({ kind: product.kind, status: 'discontinued' }, MOST_PRODUCTS);
  const amounts = await read.balances('stock/');
  const promises = await read.balances('reserved/');
  const broken = await read.balances('stock-damaged/');
  const asked = await read.balances('coming/');
  const rows: StockRow[] = [];
  for (const found of [...products.rows, ...stopped.rows]) {
    const item = product.read(found);
    const here = places.filter((place) =>
      [
        amounts.get(`stock/${place.id}/${item.id}`),
        promises.get(`reserved/${place.id}/${item.id}`),
        broken.get(`stock-damaged/${place.id}/${item.id}`),
      ].some((amount) => amount !== undefined),
    );
    // A product that is nowhere is missing at the first location, so that it is seen at all.
    const shown = here.length > 0 ? here : item.status === 'active' ? places.slice(0, 1) : [];
    for (const [index, place] of shown.entries()) {
      const onHand = amounts.get(`stock/${place.id}/${item.id}`) ?? 0;
      const reserved = promises.get(`reserved/${place.id}/${item.id}`) ?? 0;
      rows.push({
        key: `${place.id}/${item.id}`,
        product: item,
        locationId: place.id,
        location: place.body.name,
        onHand,
        reserved,
        free: onHand - reserved,
        damaged: broken.get(`stock-damaged/${place.id}/${item.id}`) ?? 0,
        coming: index === 0 ? (asked.get(`coming/${item.id}`) ?? 0) : 0,
        low: isLow(item.body, onHand - reserved),
      });
    }
  }
  rows.sort((a, b) => a.product.title.localeCompare(b.product.title, 'zh') || a.location.localeCompare(b.location, 'zh'));
  return {
    rows,
    locations: places.map((place) => ({ id: place.id, name: place.body.name })),
    complete: products.complete && stopped.complete,
  };
}

export interface StockFilter {
  location: string;
  low: boolean;
}

/** Rows the filter leaves; `found` are the products the search index found for its text, null when there is none. */
export function filterStock(rows: readonly StockRow[], filter: StockFilter, found: ReadonlySet<string> | null): StockRow[] {
  return rows.filter(
    (row) =>
      (filter.location === '' || row.locationId === filter.location) &&
      (!filter.low || row.low) &&
      (found === null || found.has(row.product.id)),
  );
}

/** Scarcest first: by what share of its low mark is left. */
export function scarcest(rows: readonly StockRow[]): StockRow[] {
  const share = (row: StockRow) => (row.product.body.lowStock === 0 ? row.free : row.free / row.product.body.lowStock);
  return rows.filter((row) => row.low).toSorted((a, b) => share(a) - share(b));
}

/** Promising more than there is counts as low even without a mark. */
export function isLow(body: Pick<Product, 'lowStock'>, free: Milli): boolean {
  return free < body.lowStock || free < 0;
}
