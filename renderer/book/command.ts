import type { HostInput } from '#shared/host/contract.ts';
import { HostFailure, mostDocuments } from '#shared/host/contract.ts';
import { isSame } from '#shared/core/canonical.ts';
import type { AnyModule } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { createBreath } from './breath.ts';
import { contributionOf } from './contribution.ts';
import { searchedTexts } from './searched-texts.ts';

type NumberWish = HostInput<'journal.append'>['numbers'][number];

/**
 * What a decision wants written, checked and copied as JSON keeps it, so that the store holds exactly what the journal holds. Documents
 * that did not change are left out. Everything that could fail later fails here, before anything is written.
 * @param stored the present documents among them
 * @throws when a rule made a document that its own module does not accept, or decided on an outdated copy: a bug
 */
export async function toWrite(decided: readonly AnyRecord[], stored: ReadonlyMap<string, AnyRecord>): Promise<AnyRecord[]> {
  const breath = createBreath();
  const byId = new Map<string, AnyRecord>();
  for (const record of decided) {
    const before = byId.get(record.id) ?? stored.get(record.id);
    if (before && isSame(before, record)) continue;
    if (before) checkSuccessor(before, record);
    parse(record);
    byId.set(record.id, JSON.parse(JSON.stringify(record)) as AnyRecord);
    if (breath.isDue()) await breath.take();
  }
  const records = [...byId.values()];
  if (records.length > mostDocuments) throw new HostFailure('too-large', `${records.length} documents in one command`);
  for (const record of records) {
    contributionOf(record);
    searchedTexts(record);
    if (breath.isDue()) await breath.take();
  }
  return records;
}

function parse(record: AnyRecord): AnyModule {
  const module = moduleOf(record.kind);
  if (!module) throw new TypeError(`unknown kind ${record.kind}`);
  if (record.v !== module.v) throw new TypeError(`${record.kind} version ${record.v} is not ${module.v}`);
  module.schema.parse(record.body);
  return module;
}

/** Events are only ever added; every change is one. */
function checkSuccessor(before: AnyRecord, after: AnyRecord): void {
  const now = new Set(after.events.map((event) => event.id));
  if (before.events.some((event) => !now.has(event.id))) throw new TypeError(`${after.kind} ${after.id} was decided on an outdated copy`);
  if (after.events.length === before.events.length) throw new TypeError(`${after.kind} ${after.id} changed without an event`);
}

/** The printed numbers to ask for: `<type>-<desk>-<yymm>`, for those that have none. */
export function numbersFor(records: readonly AnyRecord[], desk: string, dayOf: (record: AnyRecord) => string): NumberWish[] {
  return records.flatMap((record) => {
    const type = record.no === '' ? (moduleOf(record.kind)?.numberType ?? '') : '';
    if (type === '') return [];
    const day = dayOf(record);
    return [{ documentId: record.id, range: `${type}-${desk}-${day.slice(2, 4)}${day.slice(5, 7)}` }];
  });
}

export function withNumbers(records: readonly AnyRecord[], numbers: Readonly<Record<string, string>>): AnyRecord[] {
  return records.map((record) => {
    const no = numbers[record.id];
    return no === undefined ? record : { ...record, no };
  });
}
