import { daysBetween, type Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { credit, type Credit } from '#shared/modules/credit/module.ts';

export interface GradeRow {
  record: DocumentRecord<Credit>;
  /** Days it still holds; negative: ran out. Null while it is not fixed. */
  daysLeft: number | null;
}

/** Newest of each customer are looked at; more customers with a grade no branch has. */
const MOST = 1000;

/** Assessments to decide first, then the grade fixed last of every customer, the one that ends soonest first. */
export async function readGrades(read: Reader, today: Day): Promise<GradeRow[]> {
  const open = (await read.all({ kind: credit.kind, status: 'submitted' }, MOST)).rows.map((row) => credit.read(row));
  const fixed = (await read.all({ kind: credit.kind, status: 'inForce' }, MOST)).rows.map((row) => credit.read(row));
  const newest = new Map<string, DocumentRecord<Credit>>();
  for (const record of fixed) {
    const known = newest.get(record.party);
    if (!known || fixedAt(known) < fixedAt(record)) newest.set(record.party, record);
  }
  return [
    ...open.map((record) => ({ record, daysLeft: null })),
    ...[...newest.values()]
      .map((record) => ({ record, daysLeft: daysBetween(today, record.body.validUntil) }))
      .toSorted((one, other) => one.daysLeft - other.daysLeft),
  ];
}

function fixedAt({ events }: DocumentRecord<Credit>): string {
  return events.find(({ type }) => type === 'approved')?.id ?? '';
}
