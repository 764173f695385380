/** The few calls of CouchDB's documented interface that the exchange, the judge and the centre's tools use. */
import { z } from 'zod';
import { ask, CentreProblem, type Transport } from './transport.ts';

const documentSchema = z.looseObject({ _id: z.string(), _rev: z.string() });
export type CouchDocument = z.infer<typeof documentSchema>;

const sequence = z.union([z.string(), z.number()]);
const changesSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      seq: sequence.nullable(),
      deleted: z.boolean().optional(),
      changes: z.array(z.object({ rev: z.string() })).min(1),
      doc: documentSchema.nullish(),
    }),
  ),
  last_seq: sequence,
  pending: z.number().int().optional(),
});
const rowsSchema = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      id: z.string().optional(),
      error: z.string().optional(),
      value: z.object({ rev: z.string(), deleted: z.boolean().optional() }).nullish(),
      doc: documentSchema.nullish(),
    }),
  ),
});
const writtenSchema = z.array(
  z.object({
    id: z.string(),
    ok: z.boolean().optional(),
    rev: z.string().optional(),
    error: z.string().optional(),
    reason: z.string().optional(),
  }),
);
const aboutSchema = z.object({ doc_count: z.number().int(), update_seq: sequence });
const putSchema = z.object({ rev: z.string() });

export interface ChangedRow {
  id: string;
  rev: string;
  deleted: boolean;
  /** null: deleted, or not asked for. */
  doc: CouchDocument | null;
}

export interface ChangesPage {
  rows: ChangedRow[];
  /** Pass back as `since`. An opaque text, also where the server counts in numbers. */
  last: string;
  at: number;
}

/** What became of one document of a bulk write. */
export type Written = { id: string; rev: string } | { id: string; error: string; reason: string };

export interface CouchDatabase {
  name: string;
  /** Rows after `since` ('0': all), oldest first; fewer than `limit` rows: the end was reached. */
  changes(since: string, limit: number, include?: { docs: boolean }): Promise<ChangesPage>;
  /**
   * Whether something came after `since`: true as soon as it did, false when the server let about `wait` milliseconds pass in silence.
   * What it is must be asked with `changes`.
   * @param isNews whether a document is worth waking for
   */
  awaitChange(since: string, wait: number, isNews?: (id: string) => boolean): Promise<boolean>;
  /** Present versions by id; missing and deleted ones are absent. */
  readMany(ids: readonly string[]): Promise<Map<string, CouchDocument>>;
  /** Present revisions by id, without the documents. */
  revisions(ids: readonly string[]): Promise<Map<string, string>>;
  read(id: string): Promise<CouchDocument | null>;
  /** Each row by itself: one refused or conflicting document stops no other. The answer's order is not that of the documents. */
  writeMany(documents: readonly ({ _id: string; _rev?: string } & Record<string, unknown>)[]): Promise<Written[]>;
  /** @throws CentreProblem 'conflict' when the revision is not the present one */
  write(document: { _id: string; _rev?: string } & Record<string, unknown>): Promise<string>;
  about(): Promise<{ documents: number; last: string }>;
}

const SHORT = 30_000;
const LONG = 120_000;
/** Rows of a long poll, which nobody but the poll itself looks at. */
const POLLED = 100;

export function openCouchDatabase(transport: Transport, name: string): CouchDatabase {
  const get = async <T>(schema: z.ZodType<T>, path: string, timeout = SHORT): Promise<{ value: T; at: number }> => {
    const { value, at } = await ask(transport, { method: 'GET', path: `/${name}${path}`, timeout });
    return { value: read(schema, value, path), at };
  };
  const post = async <T>(schema: z.ZodType<T>, path: string, body: unknown): Promise<T> =>
    read(schema, (await ask(transport, { method: 'POST', path: `/${name}${path}`, body, timeout: LONG })).value, path);

  async function rowsOf(ids: readonly string[], query: string): Promise<z.infer<typeof rowsSchema>['rows']> {
    if (ids.length === 0) return [];
    const { rows } = await post(rowsSchema, `/_all_docs${query}`, { keys: ids });
    // A cluster answers what it could not ask its nodes for as a row, too: that is not a document that is missing.
    const failed = rows.find(({ error }) => error !== undefined && error !== 'not_found');
    if (failed) throw new CentreProblem('busy', `${name}/${failed.key}: ${failed.error}`);
    return rows;
  }

  return {
    name,
    changes: async (since, limit, include = { docs: true }) => {
      // One sequence for the page: a cluster works each out from all its shards.
      const query = `since=${encodeURIComponent(since)}&limit=${limit}&seq_interval=${limit}&include_docs=${String(include.docs)}`;
      const { value, at } = await get(changesSchema, `/_changes?${query}`, LONG);
      return {
        rows: value.results.map((row) => ({
          id: row.id,
          rev: row.changes[0]?.rev ?? '',
          deleted: row.deleted ?? false,
          doc: row.doc && !row.deleted ? row.doc : null,
        })),
        last: String(value.last_seq),
        at,
      };
    },
    awaitChange: async (since, wait, isNews = () => true) => {
      for (let from = since; ;) {
        const query = `feed=longpoll&since=${encodeURIComponent(from)}&limit=${POLLED}&timeout=${wait}`;
        try {
          const { results, last_seq } = (await get(changesSchema, `/_changes?${query}`, wait + 5_000)).value;
          if (results.length === 0) return false;
          if (results.some(({ id }) => isNews(id))) return true;
          from = String(last_seq);
        } catch (problem) {
          // A server that never answers a quiet long poll is as good as one that says: nothing new.
          if (!(problem instanceof CentreProblem) || problem.code !== 'timed-out') throw problem;
          return false;
        }
      }
    },
    readMany: async (ids) => {
      const rows = await rowsOf(ids, '?include_docs=true');
      return new Map(rows.flatMap(({ doc, value }) => (doc && !value?.deleted ? [[doc._id, doc] as const] : [])));
    },
    revisions: async (ids) => {
      const rows = await rowsOf(ids, '');
      return new Map(rows.flatMap(({ key, value }) => (value && !value.deleted ? [[key, value.rev] as const] : [])));
    },
    read: async (id) => {
      try {
        return (await get(documentSchema, pathOf(id))).value;
      } catch (problem) {
        if (problem instanceof CentreProblem && problem.code === 'not-found') return null;
        throw problem;
      }
    },
    writeMany: async (documents) => {
      if (documents.length === 0) return [];
      const rows = await post(writtenSchema, '/_bulk_docs', { docs: documents });
      return rows.map(({ id, rev, error, reason }) =>
        rev !== undefined && error === undefined ? { id, rev } : { id, error: error ?? 'unknown', reason: reason ?? '' },
      );
    },
    write: async (document) => {
      const path = pathOf(document._id);
      const { value } = await ask(transport, { method: 'PUT', path: `/${name}${path}`, body: document, timeout: SHORT });
      return read(putSchema, value, path).rev;
    },
    about: async () => {
      const { value } = await get(aboutSchema, '');
      return { documents: value.doc_count, last: String(value.update_seq) };
    },
  };
}

/** The slash of a design document stays one: CouchDB answers the encoded one with a redirection. */
function pathOf(id: string): string {
  const design = '_design/';
  return id.startsWith(design) ? `/${design}${encodeURIComponent(id.slice(design.length))}` : `/${encodeURIComponent(id)}`;
}

function read<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const parsed = schema.safeParse(value);
  // Valid JSON of something else: a proxy's own answer.
  if (!parsed.success) throw new CentreProblem('nonsense', `${where}: ${z.prettifyError(parsed.error).slice(0, 200)}`);
  return parsed.data;
}
