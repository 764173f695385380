import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, editRecord, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { location, type Location } from './module.ts';

/** Refuses with NameMissing, CodeMissing, CodeTaken, NotFound. */
export function saveLocation(id: string, body: Location): Decide<{ location: string }> {
  return async (read, moment) => {
    if (body.name.trim() === '') return refuse('NameMissing');
    if (body.code.trim() === '') return refuse('CodeMissing');
    const { rows } = await read.all({ kind: location.kind });
    const same = rows.map((row) => location.read(row)).find((row) => row.id !== id && row.body.code === body.code.trim());
    if (same) return refuse('CodeTaken', { code: body.code, name: same.body.name });
    if (id === '') {
      const made = commitNew(location, body, moment);
      return made.ok ? ok({ records: [untyped(made.value)], answer: { location: made.value.id } }) : made;
    }
    const record = await readAs(read, location, id);
    if (!record) return refuse('NotFound', { id });
    const edited = editRecord(location, record, body, moment);
    if (!edited.ok) return edited;
    return ok({ records: edited.value === record ? [] : [untyped(edited.value)], answer: { location: id } });
  };
}

/** Only an empty place, and never the last one. Refuses with NotFound, StockLeft, LastPlace. */
export function closeLocation(id: string): Decide {
  return async (read, moment) => {
    const place = await readAs(read, location, id);
    if (!place) return refuse('NotFound', { id });
    const left = [...(await read.balances(`stock/${id}/`)), ...(await read.balances(`reserved/${id}/`))].length;
    if (left > 0) return refuse('StockLeft', { count: left });
    const { rows } = await read.all({ kind: location.kind, status: 'open' });
    if (rows.every((row) => row.id === id)) return refuse('LastPlace');
    const closed = act(location, place, 'closed', {}, moment);
    return closed.ok ? ok({ records: [untyped(closed.value)], answer: null }) : closed;
  };
}

export function reopenLocation(id: string): Decide {
  return takeStep(location, id, 'reopened');
}
