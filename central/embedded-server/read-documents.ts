import type { GuardedWrites } from './guarded-writes.ts';
import { outside } from './rights.ts';
import { fail, type Answer } from './answer.ts';

const LONGEST_POLL = 300_000;

export async function readOne(database: PouchDatabase, id: string, query: Record<string, unknown>): Promise<Answer> {
  if (outside(id)) return fail(404, 'not_found', 'missing');
  try {
    return {
      status: 200,
      body: await database.get(id, {
        conflicts: flag(query['conflicts']),
        ...(typeof query['rev'] === 'string' ? { rev: query['rev'] } : {}),
      }),
    };
  } catch (problem) {
    if ((problem as { status?: number }).status !== 404) throw problem;
    return fail(404, 'not_found', (problem as { reason?: string }).reason ?? 'missing');
  }
}

/** The package has already read the JSON texts of the query. */
export function allDocsOptions(asked: unknown): PouchOptions {
  return Object.fromEntries(Object.entries((asked ?? {}) as Record<string, unknown>).filter(([name]) => allDocsNames.has(name)));
}

const allDocsNames = new Set(['keys', 'include_docs', 'conflicts', 'limit', 'skip', 'startkey', 'endkey']);

export async function readChanges(
  database: PouchDatabase,
  query: Record<string, unknown>,
  response: CouchResponse,
  writes: GuardedWrites,
): Promise<Answer> {
  const start = query['since'] ?? '0';
  const limit = Math.max(1, Number(query['limit']) || Number.MAX_SAFE_INTEGER);
  const wait = Math.min(LONGEST_POLL, Math.max(0, Number(query['timeout'] ?? 60_000) || 0));
  const ask = (since: number | string) =>
    database.changes({
      since,
      limit,
      include_docs: flag(query['include_docs']),
      conflicts: flag(query['conflicts']),
    });
  let page = await ask(start === 'now' ? 'now' : Number(start) || 0);
  if (query['feed'] === 'longpoll' && page.results.length === 0) {
    await writes.nextWrite(database, wait, (end) => response.on('close', end));
    page = await ask(page.last_seq);
  }
  return { status: 200, body: { results: page.results, last_seq: page.last_seq, pending: 0 } };
}

const flag = (value: unknown): boolean => value === true || value === 'true';
