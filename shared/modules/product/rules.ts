import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, editRecord, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { product, type Product } from './module.ts';

/**
 * New or changed product; `candidates` are ids the page's search found for code and barcode.
 * Refuses with NameMissing, UnitMissing, NotFound, FloorAbovePrice, CodeTaken, BarcodeTaken.
 */
export function saveProduct(id: string, body: Product, candidates: readonly string[]): Decide<{ product: string }> {
  return async (read, moment) => {
    if (body.name.trim() === '') return refuse('NameMissing');
    if (body.code.trim() === '') return refuse('CodeMissing');
    if (body.unit.trim() === '') return refuse('UnitMissing');
    if (body.floor > body.price) return refuse('FloorAbovePrice', { floor: body.floor, price: body.price });
    const found = [...(await read.getMany(candidates.filter((other) => other !== id))).values()].filter(
      ({ kind }) => kind === product.kind,
    );
    for (const row of found) {
      if (row.status === 'withdrawn') continue;
      const other = product.read(row).body;
      if (other.code === body.code) return refuse('CodeTaken', { code: body.code, name: other.name });
      if (body.barcode !== '' && other.barcode === body.barcode) return refuse('BarcodeTaken', { barcode: body.barcode, name: other.name });
    }
    if (id === '') {
      const made = commitNew(product, body, moment);
      return made.ok ? ok({ records: [untyped(made.value)], answer: { product: made.value.id } }) : made;
    }
    const record = await readAs(read, product, id);
    if (!record) return refuse('NotFound', { id });
    const edited = editRecord(product, record, body, moment);
    if (!edited.ok) return edited;
    return ok({ records: edited.value === record ? [] : [untyped(edited.value)], answer: { product: id } });
  };
}

/** Not sold any more; old papers keep it. */
export function discontinueProduct(id: string): Decide {
  return takeStep(product, id, 'discontinued');
}

export function resumeProduct(id: string): Decide {
  return takeStep(product, id, 'resumed');
}
