import { noPause, type Pause } from '#shared/core/pause.ts';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped, type Blocked, type Moment } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Result } from '#shared/core/result.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { applyImport } from '#shared/modules/import/rules.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { product } from '#shared/modules/product/module.ts';
import type { ImportKind } from './import-columns.ts';
import type { PreparedRow } from './prepare-import.ts';

/** All good rows of one file, written in one command: all of them or none. Refuses as `applyImport`. */
export function importRows(
  what: ImportKind,
  file: string,
  rows: readonly PreparedRow[],
  skipped: number,
  pause: Pause = noPause,
): Decide<{ import: string; made: number }> {
  return async (read, moment) => {
    const id = moment.newId();
    const records: AnyRecord[] = [];
    for (const row of rows) {
      await pause();
      const made = recordsOf(row, id, moment);
      if (!made.ok) return made;
      records.push(...made.value);
    }
    return applyImport({ what, file, id, records, skipped })(read, moment);
  };
}

function recordsOf(row: PreparedRow, source: string, moment: Moment): Result<AnyRecord[], Blocked> {
  if (row.what === 'customers') {
    const made = commitNew(customer, row.body, moment, { source });
    return made.ok ? ok([untyped(made.value)]) : made;
  }
  if (row.what === 'receivables') {
    const { amount, due, reference, customerName, party } = row;
    const made = commitNew(opening, { type: 'receivable', customerName, amount, due, reference }, moment, { source, party });
    return made.ok ? ok([untyped(made.value)]) : made;
  }
  const made = commitNew(product, row.body, moment, { source });
  if (!made.ok) return made;
  if (row.stock === 0) return ok([untyped(made.value)]);
  const { code, name, spec, unit } = row.body;
  const body = { type: 'stock' as const, product: made.value.id, code, name, spec, unit, location: row.location, quantity: row.stock };
  const stock = commitNew(opening, body, moment, { source });
  return stock.ok ? ok([untyped(made.value), untyped(stock.value)]) : stock;
}
