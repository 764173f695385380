/** Where a reader of the journal's lines stands: behind entry `after` and the first `skip` documents of the next one. */
export interface JournalPlace {
  after: number;
  skip: number;
}

/** The place behind these entries, which were read at `place`. */
export function behind(place: JournalPlace, entries: readonly { seq: number; documents: number; isWhole: boolean }[]): JournalPlace {
  const last = entries.at(-1);
  if (!last) return place;
  if (last.isWhole) return { after: last.seq, skip: 0 };
  const before = entries.length === 1 ? place.skip : 0;
  return { after: last.seq - 1, skip: before + last.documents };
}
