import { ok } from '#shared/core/result.ts';
import { commitNew, editRecord, untyped } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { blankCompany, company, type Company } from './module.ts';

/** Writes the branch's own details, or changes them. */
export function saveCompany(body: Company): Decide<{ company: string }> {
  return async (read, moment) => {
    const found = await recordOf(read, moment.branch);
    const saved = found ? editRecord(company, found, body, moment) : commitNew(company, body, moment);
    if (!saved.ok) return saved;
    return ok({ records: saved.value === found ? [] : [untyped(saved.value)], answer: { company: saved.value.id } });
  };
}

/** What the branch says of itself; blank before anybody wrote it down. */
export async function companyOf(read: Reader, branch: string): Promise<Company> {
  return (await recordOf(read, branch))?.body ?? blankCompany;
}

/** Two desks may have begun one each before they met: the one touched last counts. */
async function recordOf(read: Reader, branch: string): Promise<DocumentRecord<Company> | null> {
  const { rows } = await read.all({ kind: company.kind });
  const ours = rows.filter((row) => row.branch === branch).toSorted((a, b) => (touched(a) < touched(b) ? 1 : -1));
  return ours[0] ? company.read(ours[0]) : null;
}

function touched(record: { events: readonly { id: string }[] }): string {
  return record.events.reduce((last, { id }) => (id > last ? id : last), '');
}
