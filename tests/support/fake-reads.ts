/** The feed of changes and the lists of documents of the fake CouchDB. */
import { z } from 'zod';
import { toJson, type FakeDatabase, type Stored } from './fake-database.ts';
import { parsed, Refused, type Reply } from './fake-rights.ts';

const keysSchema = z.object({ keys: z.array(z.string()) });
/** As CouchDB's: a number first, then something only the server understands. */
export const sequenceOf = (seq: number): string => `${seq}-fake`;
const textOf = (key: string | null): string => (key === null ? '' : String(JSON.parse(key)));

export function changes(database: FakeDatabase, parameters: URLSearchParams): Reply {
  const asked = parameters.get('since') ?? '0';
  if (!/^(?:0|now|\d+-fake)$/.test(asked)) throw new Refused(400, 'bad_request', `invalid since: ${asked}`);
  const since = asked === 'now' ? database.seq() : Number.parseInt(asked, 10) || 0;
  const limit = Number(parameters.get('limit') ?? Infinity) || 1;
  const found = database.after(since);
  const page = found.slice(0, limit);
  const last = page.length < found.length ? (page.at(-1)?.seq ?? since) : database.seq();
  const results = page.map((stored) => ({
    seq: sequenceOf(stored.seq),
    id: stored.id,
    changes: [{ rev: stored.rev }],
    ...(stored.deleted ? { deleted: true } : {}),
    ...(parameters.get('include_docs') === 'true' ? { doc: toJson(stored) } : {}),
  }));
  return { status: 200, value: { results, last_seq: sequenceOf(last), pending: found.length - page.length } };
}

export function allDocs(database: FakeDatabase, parameters: URLSearchParams, body: unknown): Reply {
  const withDocs = parameters.get('include_docs') === 'true';
  const row = (stored: Stored): Record<string, unknown> => ({
    id: stored.id,
    key: stored.id,
    value: stored.deleted ? { rev: stored.rev, deleted: true } : { rev: stored.rev },
    ...(withDocs ? { doc: stored.deleted ? null : toJson(stored) } : {}),
  });
  if (body !== undefined) {
    const { keys } = parsed(keysSchema, body);
    const rows = keys.map((key) => {
      const stored = database.get(key);
      return stored ? row(stored) : { key, error: 'not_found' };
    });
    return { status: 200, value: { total_rows: database.all().length, offset: 0, rows } };
  }
  const from = textOf(parameters.get('startkey') ?? parameters.get('start_key'));
  const to = textOf(parameters.get('endkey') ?? parameters.get('end_key'));
  const found = database.all().filter(({ id }) => (from === '' || id >= from) && (to === '' || id <= to));
  const skipped = found.slice(Number(parameters.get('skip') ?? 0)).slice(0, Number(parameters.get('limit') ?? Infinity));
  return { status: 200, value: { total_rows: database.all().length, offset: 0, rows: skipped.map(row) } };
}
