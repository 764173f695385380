import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { createBreath } from './breath.ts';
import { mergeCopies } from '#shared/modules/merge-copies.ts';

/** Documents and characters of JSON per journal entry: small enough that readers never wait long for one. */
const MOST_DOCUMENTS = 500;
const MOST_CHARACTERS = 4_000_000;

/**
 * Cuts documents made elsewhere into pieces for one journal entry each, checked and copied as JSON keeps them. A document given twice is
 * merged. Kinds and versions this program does not know are taken as they are.
 * @throws when a body is not what its module says; nothing of the batch has been written then
 */
export async function piecesOf(batch: readonly AnyRecord[]): Promise<AnyRecord[][]> {
  const byId = new Map<string, AnyRecord>();
  const pieces: AnyRecord[][] = [];
  let characters = 0;
  const breath = createBreath();
  for (const record of batch) {
    const module = moduleOf(record.kind);
    if (module?.v === record.v) module.schema.parse(record.body);
    const earlier = byId.get(record.id);
    byId.set(record.id, earlier ? mergeCopies(earlier, record) : record);
    if (breath.isDue()) await breath.take();
  }
  for (const record of byId.values()) {
    const text = JSON.stringify(record);
    const copy = JSON.parse(text) as AnyRecord;
    const current = pieces.at(-1);
    characters += text.length;
    if (current && current.length < MOST_DOCUMENTS && characters <= MOST_CHARACTERS) current.push(copy);
    else {
      pieces.push([copy]);
      characters = text.length;
    }
    if (breath.isDue()) await breath.take();
  }
  return pieces;
}
