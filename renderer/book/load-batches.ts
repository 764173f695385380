import { mergeRecords } from '#shared/documents/merge.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf, seal } from '#shared/modules/registry.ts';

/** Documents and characters of JSON per journal entry: small enough that readers never wait long for one. */
const MOST_DOCUMENTS = 1_000;
const MOST_CHARACTERS = 4_000_000;

/**
 * Cuts documents made elsewhere into pieces for one journal entry each, checked and copied as JSON keeps them. A document given twice is
 * merged. Kinds and versions this program does not know are taken as they are.
 * @throws when a body is not what its module says; nothing of the batch has been written then
 */
export function piecesOf(batch: readonly AnyRecord[]): AnyRecord[][] {
  const byId = new Map<string, AnyRecord>();
  for (const record of batch) {
    const module = moduleOf(record.kind);
    if (module?.v === record.v) module.schema.parse(record.body);
    const earlier = byId.get(record.id);
    byId.set(record.id, earlier ? mergeRecords(earlier, record, seal) : record);
  }
  const pieces: AnyRecord[][] = [];
  let characters = Infinity;
  for (const record of byId.values()) {
    const text = JSON.stringify(record);
    const current = pieces.at(-1);
    characters += text.length;
    if (current && current.length < MOST_DOCUMENTS && characters <= MOST_CHARACTERS) current.push(JSON.parse(text) as AnyRecord);
    else {
      pieces.push([JSON.parse(text) as AnyRecord]);
      characters = text.length;
    }
  }
  return pieces;
}
