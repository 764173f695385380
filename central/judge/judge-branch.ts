/** Judges one branch: plays its book with what the company keeps for all, and writes what the verdicts do not say yet. */
import { nextHlc } from '#shared/core/hybrid-clock.ts';
import { untyped } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { isNote } from '#shared/exchange/centre-notes.ts';
import type { CouchDatabase, CouchDocument } from '#shared/exchange/couch-database.ts';
import { fromCouch, toCouch } from '#shared/exchange/wire-record.ts';
import { withJudgement } from '#shared/modules/verdict/make-verdict.ts';
import { verdict, verdictId } from '#shared/modules/verdict/module.ts';
import { openCentralBook } from './central-book.ts';
import { openClaims } from './claims.ts';
import { openCompanyPieces } from './company-pieces.ts';
import { openFindings } from './findings.ts';
import { isNews, opinionOn } from './judgement.ts';

export interface BranchCount {
  documents: number;
  /** Verdicts written by this instance. */
  written: number;
  /** Documents left alone: unknown kinds, newer versions. */
  unknown: number;
  /** Documents that could not be read or judged. */
  setAside: number;
}

export interface BranchJudge {
  /** Reads to the end of the branch's changes; whether there was anything. */
  read(): Promise<boolean>;
  /** Documents of the company's book, as they are now. */
  take(records: Iterable<AnyRecord>): void;
  /** Plays what was read and brings the verdicts up to date. */
  judge(): Promise<void>;
  /** How far the changes were read. */
  since(): string;
  count(): BranchCount;
}

export interface BranchJudgeOptions {
  branch: string;
  database: CouchDatabase;
  /** What the branches handed out, and the centre's life in which they said so. */
  pieces: { database: CouchDatabase; epoch: string };
  now(): number;
  log(line: string): void;
}

/** One page is in memory at a time while reading, and the next one is asked for when it is worked in. */
const PAGE = 500;
/** Verdicts written with one request. */
const BATCH = 200;

interface Kept {
  record: AnyRecord;
  /** undefined: the centre lost it. */
  rev: string | undefined;
}

export function openBranchJudge({ branch, database, pieces: shared, now, log }: BranchJudgeOptions): BranchJudge {
  const book = openCentralBook();
  const pieces = openCompanyPieces({ branch, ...shared, own: (key) => claims.held(key) });
  const claims = openClaims((id) => book.get(id), pieces.elsewhere);
  const setAside = new Set<string>();
  const unknown = new Set<string>();
  const findings = openFindings(book, (id, problem) => putAside(id, problem));
  /** By the paper judged. */
  const verdicts = new Map<string, Kept>();
  /** Papers whose verdict a newer version of the judge wrote. */
  const foreign = new Set<string>();
  const due = new Set<string>();
  /** Pieces this branch did something with that the others were not told of yet. */
  const untold = new Set<string>();
  let since = '0';
  let written = 0;

  function putAside(id: string, problem: unknown): void {
    if (setAside.has(id)) return;
    setAside.add(id);
    log(`${branch}: ${id} is set aside: ${problem instanceof Error ? problem.message : String(problem)}`);
  }

  function put(record: AnyRecord): void {
    if (book.put(record)) unknown.delete(record.id);
    else if (!unknown.has(record.id)) {
      unknown.add(record.id);
      log(`${branch}: ${record.id} (${record.kind} v${record.v}) is not known here and left alone`);
    }
  }

  function takeDocument(document: CouchDocument): void {
    const record = fromCouch(document);
    if (!record) return putAside(document._id, 'not a business document');
    if (record.kind !== verdict.kind) return put(record);
    if (record.v > verdict.v) foreign.add(record.source);
    else verdicts.set(record.source, { record, rev: document._rev });
    due.add(record.source);
  }

  /** Writes the verdicts that say something new; those that somebody else wrote meanwhile are due again. */
  async function write(papers: readonly string[]): Promise<string[]> {
    const documents = papers.flatMap((id) => {
      const paper = book.get(id);
      const kept = verdicts.get(id);
      if (!paper || paper.branch !== branch || foreign.has(id)) return [];
      const opinion = opinionOn(paper, findings.of(id), claims.of(id));
      if (!isNews(paper, opinion, kept?.record ?? null)) return [];
      let last = kept?.record.events.reduce((latest, event) => (event.id > latest ? event.id : latest), '') ?? '';
      const stamp = () => (last = nextHlc(last, now(), 'JUDGE'));
      const record = untyped(withJudgement(paper, kept?.record ?? null, opinion.status, opinion.judgement, stamp));
      return [{ record, document: toCouch(record, kept?.rev) }];
    });
    const rows = await database.writeMany(documents.map(({ document }) => document));
    const again: string[] = [];
    for (const row of rows) {
      const record = documents.find(({ document }) => document._id === row.id)?.record;
      if (!record) continue;
      if ('rev' in row) {
        verdicts.set(record.source, { record, rev: row.rev });
        written += 1;
      } else if (row.error === 'conflict') again.push(record.source);
      else putAside(record.source, `${row.error}: ${row.reason}`);
    }
    if (again.length > 0) {
      const present = await database.readMany(again.map(verdictId));
      for (const id of again) {
        const document = present.get(verdictId(id));
        const kept = verdicts.get(id);
        if (document) takeDocument(document);
        else if (kept) verdicts.set(id, { ...kept, rev: undefined });
      }
    }
    // What is there but no verdict would be in the way for ever.
    return again.filter((id) => {
      const isThere = foreign.has(id) || verdicts.has(id);
      if (!isThere) putAside(id, 'its verdict cannot be read');
      return isThere;
    });
  }

  return {
    read: async () => {
      let any = false;
      for (;;) {
        const page = await database.changes(since, PAGE);
        for (const { id, doc } of page.rows) {
          if (!doc || isNote(id)) continue;
          any = true;
          try {
            takeDocument(doc);
          } catch (problem) {
            putAside(id, problem);
          }
        }
        since = page.last;
        if (page.rows.length < PAGE) return any;
      }
    },
    take: (records) => {
      for (const record of records) put(record);
    },
    judge: async () => {
      for (const id of await book.play(findings)) {
        due.add(id);
        const record = book.get(id);
        if (!record) continue;
        const { concerned, pieces: touched } = claims.put(record);
        for (const other of concerned) due.add(other);
        for (const key of touched) untold.add(key);
      }
      for (const key of await pieces.news()) for (const id of claims.holding(key)) due.add(id);
      await pieces.exchange([...untold]);
      untold.clear();
      while (due.size > 0) {
        const batch = [...due].slice(0, BATCH);
        const again = await write(batch);
        // Only now: what fails on the way is due still.
        for (const id of batch) due.delete(id);
        for (const id of again) due.add(id);
      }
    },
    since: () => since,
    count: () => ({ documents: book.size().documents, written, unknown: unknown.size, setAside: setAside.size }),
  };
}
