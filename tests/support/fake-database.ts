/** One database of the fake CouchDB: documents with revisions, and the order they were last changed in. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/core/canonical.ts';

export interface Stored {
  readonly id: string;
  readonly rev: string;
  readonly deleted: boolean;
  readonly seq: number;
  /** Without `_id`, `_rev` and `_deleted`. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FakeDatabase {
  get(id: string): Stored | undefined;
  /** Sorted by id, without the deleted ones. */
  all(): Stored[];
  /** Each document once, where it was last changed. */
  after(seq: number): Stored[];
  seq(): number;
  /** null: `rev` is not the present revision. */
  write(id: string, rev: string | undefined, deleted: boolean, body: Record<string, unknown>): Stored | null;
  security: Readonly<Record<string, unknown>>;
  copy(): FakeDatabase;
}

export function aFakeDatabase(from: {
  documents: ReadonlyMap<string, Stored>;
  seq: number;
  security: Readonly<Record<string, unknown>>;
}): FakeDatabase {
  // In the order of their sequence: a changed document moves to the end.
  const documents = new Map(from.documents);
  let seq = from.seq;

  const database: FakeDatabase = {
    security: from.security,
    get: (id) => documents.get(id),
    all: () => [...documents.values()].filter(({ deleted }) => !deleted).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    after: (since) => [...documents.values()].filter((one) => one.seq > since),
    seq: () => seq,
    write: (id, rev, deleted, body) => {
      const present = documents.get(id);
      // A deleted document may be made anew without naming its last revision.
      const isPresent = present === undefined ? rev === undefined : rev === present.rev || (present.deleted && rev === undefined);
      if (!isPresent) return null;
      seq += 1;
      const generation = Number.parseInt(present?.rev ?? '0', 10) + 1;
      const sum = createHash('md5')
        .update(canonicalJson([present?.rev ?? '', deleted, body]))
        .digest('hex');
      const stored = { id, rev: `${generation}-${sum}`, deleted, seq, body };
      documents.delete(id);
      documents.set(id, stored);
      return stored;
    },
    copy: () => aFakeDatabase({ documents, seq, security: database.security }),
  };
  return database;
}

/** Only administrators, until somebody says who else. */
export const emptyDatabase = {
  documents: new Map<string, Stored>(),
  seq: 0,
  security: { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles: ['_admin'] } },
};

export function toJson({ id, rev, deleted, body }: Stored): Record<string, unknown> {
  return deleted ? { _id: id, _rev: rev, _deleted: true, ...body } : { _id: id, _rev: rev, ...body };
}
