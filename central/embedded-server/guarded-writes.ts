/**
 * Writing as CouchDB does it: first the revision is compared, then the guards look at the new document beside the old one, each row
 * by itself. The package runs the guards before the comparison, so that a desk that was merely late would be told its document is
 * forged; and it compiles them anew for every document.
 */
import { runInNewContext } from 'node:vm';

export type Guard = (newDoc: unknown, oldDoc: unknown, userCtx: unknown, secObj: unknown) => void;
/** Makes a function out of the text of `validate_doc_update`. */
export type CompileGuard = (source: string) => Guard;

export type RowResult = { ok: true; id: string; rev: string } | { id: string; error: string; reason: string };

export interface Writer {
  userCtx: UserContext;
  secObj: unknown;
}

export const isAdmin = ({ userCtx }: Writer): boolean => userCtx.roles.includes('_admin');

export interface GuardedWrites {
  write(database: PouchDatabase, documents: readonly StoredDocument[], writer: Writer): Promise<RowResult[]>;
  /** Resolves at the next write, or after `wait` milliseconds; `gone` ends it early. */
  nextWrite(database: PouchDatabase, wait: number, gone: (end: () => void) => void): Promise<void>;
}

export function createGuardedWrites(compile: CompileGuard = compileHere): GuardedWrites {
  const guards = new WeakMap<PouchDatabase, Promise<Guard[]>>();
  const queues = new WeakMap<PouchDatabase, Promise<unknown>>();
  const waiting = new WeakMap<PouchDatabase, Set<() => void>>();

  async function writeNow(database: PouchDatabase, documents: readonly StoredDocument[], writer: Writer): Promise<RowResult[]> {
    const results = new Map<number, RowResult>();
    const ids = [...new Set(documents.map((document) => document._id))];
    const present = new Map((await database.allDocs({ keys: ids, include_docs: true, conflicts: true })).rows.map((row) => [row.key, row]));
    guards.set(database, guards.get(database) ?? compileGuards(database, compile));
    const checks = (await guards.get(database)) ?? [];
    const passing: { at: number; document: StoredDocument }[] = [];
    const taken = new Set<string>();
    for (const [at, document] of documents.entries()) {
      const refused = taken.has(document._id) ? conflict(document) : refusal(document, present.get(document._id), checks, writer);
      if (refused) results.set(at, refused);
      else {
        taken.add(document._id);
        passing.push({ at, document });
      }
    }
    if (passing.length > 0) {
      const rows = await database.bulkDocs({ docs: passing.map(({ document }) => document) }, { userCtx: adminContext });
      for (const [index, row] of rows.entries()) {
        const one = passing[index];
        if (!one) continue;
        const id = one.document._id;
        results.set(
          one.at,
          row.rev === undefined ? { id, error: row.name ?? 'error', reason: row.message ?? '' } : { ok: true, id, rev: row.rev },
        );
      }
      if (passing.some(({ document }) => document._id.startsWith('_design/'))) guards.delete(database);
      for (const wake of waiting.get(database) ?? []) wake();
    }
    return documents.map((document, at) => results.get(at) ?? { id: document._id, error: 'error', reason: 'no result' });
  }

  return {
    write: (database, documents, writer) => {
      const turn = (queues.get(database) ?? Promise.resolve()).then(() => writeNow(database, documents, writer));
      queues.set(
        database,
        turn.catch(() => undefined),
      );
      return turn;
    },
    nextWrite: (database, wait, gone) =>
      new Promise((resolve) => {
        const set = waiting.get(database) ?? new Set();
        waiting.set(database, set);
        const end = (): void => {
          clearTimeout(timer);
          set.delete(end);
          resolve();
        };
        const timer = setTimeout(end, wait);
        set.add(end);
        gone(end);
      }),
  };
}

const adminContext: UserContext = { name: null, roles: ['_admin'] };

function conflict({ _id }: StoredDocument): RowResult {
  return { id: _id, error: 'conflict', reason: 'Document update conflict.' };
}

function refusal(document: StoredDocument, row: AllDocsRow | undefined, checks: readonly Guard[], writer: Writer): RowResult | null {
  const rev = row?.value && !row.value.deleted ? row.value.rev : undefined;
  // Only a tool that unites hidden conflicts goes on from one of them.
  const { _conflicts: hidden, ...present }: Partial<StoredDocument> = row?.doc ?? {};
  const goesOnHidden = isAdmin(writer) && Array.isArray(hidden) && hidden.includes(document._rev);
  const goesOn = goesOnHidden || document._rev === rev || (rev === undefined && document._rev === row?.value?.rev);
  if (!goesOn) return conflict(document);
  if (document._id.startsWith('_design/')) {
    return isAdmin(writer) ? null : { id: document._id, error: 'forbidden', reason: 'You are not a db or server admin.' };
  }
  try {
    for (const check of checks) check(structuredClone(document), row?.doc ? structuredClone(present) : null, writer.userCtx, writer.secObj);
    return null;
  } catch (problem) {
    const { forbidden, unauthorized } = problem as { forbidden?: unknown; unauthorized?: unknown };
    if (typeof forbidden === 'string') return { id: document._id, error: 'forbidden', reason: forbidden };
    if (typeof unauthorized === 'string') return { id: document._id, error: 'unauthorized', reason: unauthorized };
    // A fault of the guard's own: CouchDB names the exception.
    return {
      id: document._id,
      error: problem instanceof Object && 'name' in problem ? String(problem.name) : 'unnamed_error',
      reason: String(problem),
    };
  }
}

const compileHere: CompileGuard = (source) => runInNewContext(`(${source})`, {}) as Guard;

async function compileGuards(database: PouchDatabase, compile: CompileGuard): Promise<Guard[]> {
  const { rows } = await database.allDocs({ startkey: '_design/', endkey: '_design0', include_docs: true });
  return rows.flatMap(({ doc }) => {
    const source = doc?.['validate_doc_update'];
    return typeof source === 'string' ? [compile(source)] : [];
  });
}
