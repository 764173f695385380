/** Brings documents to the centre: each is united with what the centre has, and written only where that adds something. */
import type { AnyRecord } from '#shared/documents/record.ts';
import type { CouchDatabase, Written } from '#shared/exchange/couch-database.ts';
import { CentreProblem } from '#shared/exchange/transport.ts';
import { fromCouch, toCouch } from '#shared/exchange/wire-record.ts';
import { isSame } from '#shared/core/canonical.ts';
import { hasHalfCharacter } from '#shared/core/cut-text.ts';
import { mergeCopies } from '#shared/modules/merge-copies.ts';

export interface Sent {
  /** What was written, with its revision; `isEcho`: the centre now has exactly what this desk has. */
  accepted: { record: AnyRecord; rev: string; isEcho: boolean }[];
  /** The centre had it all already. */
  present: AnyRecord[];
  refused: { record: AnyRecord; reason: string }[];
}

type Row = { record: AnyRecord; united: AnyRecord; rev: string | undefined };

/** Documents and bytes in one request: CouchDB writes 500 and more at once best, slow lines and small servers want less. */
const MOST_DOCUMENTS = 250;
const MOST_BYTES = 2 * 1024 * 1024;
/** Rounds of reading and writing again while other desks keep writing the same documents. */
const ATTEMPTS = 8;
/** Errors of a row that say something about the document; any other is the server's own trouble. */
const refusals = new Set(['forbidden', 'unauthorized', 'bad_request', 'document_too_large', 'too_large', 'doc_validation']);
/** Or the guard's: it took too long over this document, or broke down. An exception's name is the error then. */
const guardFault = /^(?:os_process_error|compilation_error|unnamed_error|[A-Z]\w*Error)$/;

/**
 * @throws CentreProblem when the centre cannot be used now; everything may simply be sent again, for what was written already is found
 * to be there
 */
export async function sendDocuments(database: CouchDatabase, records: readonly AnyRecord[]): Promise<Sent> {
  const sent: Sent = { accepted: [], present: [], refused: [] };
  const whole: AnyRecord[] = [];
  for (const record of records) {
    // One of them makes CouchDB refuse the request and everything in it.
    if (hasHalfCharacter(JSON.stringify(record))) sent.refused.push({ record, reason: 'damaged-text' });
    else whole.push(record);
  }
  const failing: Failing = new Map();
  for (const chunk of chunksOf(whole)) await sendChunk(database, chunk, sent, failing);
  for (const row of failing.values()) await sendAlone(database, row, sent);
  return sent;
}

type Failing = Map<string, Row>;

async function sendChunk(database: CouchDatabase, records: readonly AnyRecord[], sent: Sent, failing: Failing): Promise<void> {
  let open = records;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw new CentreProblem('conflict', `${open.length} documents are written by others all the time`);
    try {
      open = await sendOnce(database, open, sent, failing);
    } catch (problem) {
      if (!(problem instanceof CentreProblem)) throw problem;
      const [only] = open;
      if (problem.code === 'too-large' && only) {
        if (open.length === 1) {
          sent.refused.push({ record: only, reason: 'too-large' });
          return;
        }
        const half = open.length >> 1;
        await sendChunk(database, open.slice(0, half), sent, failing);
        await sendChunk(database, open.slice(half), sent, failing);
        return;
      }
      throw problem;
    }
  }
}

/** Those to be tried again: somebody else wrote them in between. */
async function sendOnce(database: CouchDatabase, records: readonly AnyRecord[], sent: Sent, failing: Failing): Promise<AnyRecord[]> {
  const there = await database.readMany(records.map(({ id }) => id));
  const rows: Row[] = [];
  for (const record of records) {
    const found = there.get(record.id);
    if (!found) {
      rows.push({ record, united: record, rev: undefined });
      continue;
    }
    const known = fromCouch(found);
    if (!known) {
      sent.refused.push({ record, reason: 'newer-at-centre' });
      continue;
    }
    const united = mergeCopies(known, record);
    if (isSame(united, known)) sent.present.push(record);
    else rows.push({ record, united, rev: found._rev });
  }
  const answers = new Map((await database.writeMany(rows.map(({ united, rev }) => toCouch(united, rev)))).map((row) => [row.id, row]));
  const again: AnyRecord[] = [];
  for (const row of rows) {
    const answer = answers.get(row.record.id);
    if (!answer) throw new CentreProblem('nonsense', `no answer for ${row.record.id}`);
    if (isFault(answer)) failing.set(row.record.id, row);
    else if (!isSettled(row, answer, sent)) again.push(row.record);
  }
  return again;
}

/** Once more, in a request of its own; if that fails too it must not hold up everything behind it. */
async function sendAlone(database: CouchDatabase, row: Row, sent: Sent): Promise<void> {
  const [answer] = await database.writeMany([toCouch(row.united, row.rev)]);
  if (!answer) throw new CentreProblem('nonsense', `no answer for ${row.record.id}`);
  if (isFault(answer)) sent.refused.push({ record: row.record, reason: `centre-fails: ${answer.error}: ${answer.reason}` });
  else if (!isSettled(row, answer, sent)) throw new CentreProblem('conflict', `${row.record.id} was written by others meanwhile`);
}

function isFault(answer: Written): answer is Exclude<Written, { rev: string }> {
  return !('rev' in answer) && guardFault.test(answer.error);
}

function isSettled({ record, united }: Row, answer: Written, sent: Sent): boolean {
  if ('rev' in answer) {
    sent.accepted.push({ record, rev: answer.rev, isEcho: isSame(united, record) });
    return true;
  }
  if (answer.error === 'conflict') return false;
  if (!refusals.has(answer.error)) throw new CentreProblem('busy', `${answer.error}: ${answer.reason}`);
  sent.refused.push({ record, reason: answer.reason || answer.error });
  return true;
}

function* chunksOf(records: readonly AnyRecord[]): Generator<AnyRecord[]> {
  let chunk: AnyRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = JSON.stringify(record).length;
    if (chunk.length === MOST_DOCUMENTS || (chunk.length > 0 && bytes + size > MOST_BYTES)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(record);
    bytes += size;
  }
  if (chunk.length > 0) yield chunk;
}
