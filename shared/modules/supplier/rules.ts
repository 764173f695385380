import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, editRecord, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { supplier, type Supplier } from './module.ts';

/** Refuses with NameMissing, NameTaken, NotFound. */
export function saveSupplier(id: string, body: Supplier): Decide<{ supplier: string }> {
  return async (read, moment) => {
    if (body.name.trim() === '') return refuse('NameMissing');
    const { rows } = await read.all({ kind: supplier.kind, status: 'active' });
    if (rows.some((row) => row.id !== id && supplier.read(row).body.name === body.name.trim()))
      return refuse('NameTaken', { name: body.name });
    if (id === '') {
      const made = commitNew(supplier, body, moment);
      return made.ok ? ok({ records: [untyped(made.value)], answer: { supplier: made.value.id } }) : made;
    }
    const record = await readAs(read, supplier, id);
    if (!record) return refuse('NotFound', { id });
    const edited = editRecord(supplier, record, body, moment);
    if (!edited.ok) return edited;
    return ok({ records: edited.value === record ? [] : [untyped(edited.value)], answer: { supplier: id } });
  };
}

export function withdrawSupplier(id: string): Decide {
  return takeStep(supplier, id, 'withdrawn');
}
