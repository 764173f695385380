import { isAdmin, type GuardedWrites, type Writer } from './guarded-writes.ts';
import { outside } from './rights.ts';
import { fail, type Answer } from './answer.ts';

const MAX_DOCUMENT = 8_000_000;

export async function bulkWrite(database: PouchDatabase, body: unknown, writer: Writer, writes: GuardedWrites): Promise<Answer> {
  const { docs, new_edits: newEdits } = (body ?? {}) as { docs?: unknown; new_edits?: unknown };
  if (newEdits === false && !isAdmin(writer)) return fail(403, 'forbidden', 'new_edits');
  if (!Array.isArray(docs)) return fail(400, 'bad_request', 'POST body must include `docs` parameter.');
  const documents: StoredDocument[] = [];
  for (const document of docs as unknown[]) {
    if (!isDocument(document)) return fail(400, 'bad_request', 'Document must be a JSON object with an _id');
    const refused = outside(document._id) ?? tooLarge(document);
    if (refused) return refused;
    documents.push(document);
  }
  if (newEdits === false) return { status: 201, body: await database.bulkDocs({ docs: documents }, { new_edits: false }) };
  return { status: 201, body: await writes.write(database, documents, writer) };
}

export async function writeOne(
  database: PouchDatabase,
  document: StoredDocument,
  query: Record<string, unknown>,
  writer: Writer,
  writes: GuardedWrites,
): Promise<Answer> {
  if (query['new_edits'] !== undefined) return fail(403, 'forbidden', 'new_edits');
  const refused = outside(document._id) ?? tooLarge(document);
  if (refused) return refused;
  const [row] = await writes.write(database, [document], writer);
  if (!row) return fail(500, 'error', 'no result');
  if (!('error' in row)) return { status: document._deleted ? 200 : 201, body: row };
  const status = { conflict: 409, forbidden: 403, unauthorized: 401 }[row.error] ?? 500;
  return fail(status, row.error, row.reason);
}

export function bodyOf({ body }: CouchRequest): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function tooLarge(document: StoredDocument): Answer | null {
  return JSON.stringify(document).length > MAX_DOCUMENT ? fail(413, 'document_too_large', document._id) : null;
}

function isDocument(value: unknown): value is StoredDocument {
  return typeof value === 'object' && value !== null && typeof (value as { _id?: unknown })._id === 'string';
}
