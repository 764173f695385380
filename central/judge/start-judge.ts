/**
 * The judge at the centre (design, ideas 4 and 5): follows all branches, judges papers with the facts of all desks and writes verdicts.
 * It keeps nothing of its own: what it knows are the branches' documents, what it said are the verdicts, and both are read at the start. So
 * it may be killed anywhere, and several may run side by side (docs/decisions/0012-the-judge.md).
 */
import { branchDatabase, COMPANY_DATABASE, PIECES_DATABASE } from '#shared/exchange/books.ts';
import { CENTRE_NOTE, centreNoteSchema, isNews } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase, type CouchDatabase } from '#shared/exchange/couch-database.ts';
import { CentreProblem, type Transport } from '#shared/exchange/transport.ts';
import { openCompanyRecords, type CompanyRecords } from './company-records.ts';
import { gatherOverview } from './gather-overview.ts';
import { openBranchJudge, type BranchCount, type BranchJudge } from './judge-branch.ts';
import { openLease, type Lease } from './lease.ts';

export interface JudgeOptions {
  /** As the judge's own user, or an administrator. */
  transport: Transport;
  /** Codes of the branches; a function where branches come and go. */
  branches: readonly string[] | (() => Promise<readonly string[]>);
  /** Milliseconds since 1970. */
  now(): number;
  log(line: string): void;
  /** Name of this instance; no two at work may have the same. */
  instance: string;
  /** Judges everything there is and ends. */
  once?: boolean;
  /** Branches this instance takes on at most, so that others get some. */
  most?: number;
  /** Codes of revoked desks, for the overview; reading users is the administrator's. */
  revoked?: () => Promise<ReadonlySet<string>>;
}

export interface Judge {
  /** By branch at work. */
  counts(): ReadonlyMap<string, BranchCount>;
  /** With `once`: when everything is judged. Rejects when the centre cannot be reached then. */
  finished: Promise<void>;
  /** Ends the work and gives the branches back. */
  stop(): Promise<void>;
}

/** A desk sends its papers in several requests. Judged is when none came for so long, or after so many waits. */
const QUIET = 3_000;
const MOST_WAITS = 20;
/** How long one wait for changes takes; news of the company's book are looked at then, too. */
const WAIT = 25_000;
const SHORTEST_PAUSE = 200;
const LONGEST_PAUSE = 60_000;
const OVERVIEW_EVERY = 60_000;

interface Work {
  epoch: string;
  judge: BranchJudge;
  lease: Lease;
  /** Company records it has. */
  seen: number;
}

export function startJudge({ transport, branches, now, log, instance, once = false, most = Infinity, revoked }: JudgeOptions): Judge {
  /** By the centre's epoch: after a restore from a backup everything is read anew. */
  const companies = new Map<string, CompanyRecords>();
  const works = new Map<string, Work>();
  const following = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve());
  });
  /** One branch is read and judged at a time: the others' pages wait at the centre. */
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next;
  }

  const listBranches = async (): Promise<readonly string[]> => (typeof branches === 'function' ? await branches() : branches);

  function judgeOf(branch: string, database: CouchDatabase, epoch: string): BranchJudge {
    const pieces = { database: openCouchDatabase(transport, PIECES_DATABASE), epoch };
    return openBranchJudge({ branch, database, pieces, now, log });
  }

  /** false: the branch is another instance's. */
  async function judgeOnce(branch: string): Promise<boolean> {
    const database = openCouchDatabase(transport, branchDatabase(branch));
    const epoch = await epochOf(database);
    const known = works.get(branch);
    const work =
      known?.epoch === epoch
        ? known
        : { epoch, judge: judgeOf(branch, database, epoch), lease: openLease(database, branch, instance, now), seen: 0 };
    const company = companies.get(epoch) ?? openCompanyRecords(openCouchDatabase(transport, COMPANY_DATABASE));
    companies.set(epoch, company);
    const { judge, lease } = work;
    const progress = () => ({ since: judge.since(), ...pick(judge.count()) });
    if (!(await lease.hold(progress()))) {
      works.delete(branch);
      return false;
    }
    works.set(branch, work);
    try {
      await company.read();
      const news = company.after(work.seen);
      work.seen = news.seen;
      judge.take(news.records);
      await judge.read();
      await judge.judge();
    } catch (problem) {
      // A bug, perhaps in the middle of playing: the next try reads anew. What the network did goes on where it was.
      if (!(problem instanceof CentreProblem)) works.delete(branch);
      throw problem;
    }
    await lease.hold(progress());
    return true;
  }

  async function untilQuiet(database: CouchDatabase): Promise<void> {
    for (let waits = 0; waits < MOST_WAITS && !stopping.signal.aborted; waits += 1) {
      // Not two places compared: the copies of a cluster call the same place by different names.
      const { last } = await database.about();
      if ((await Promise.race([database.awaitChange(last, QUIET, isNews), stopped])) !== true) return;
    }
  }

  async function follow(branch: string): Promise<void> {
    const database = openCouchDatabase(transport, branchDatabase(branch));
    let pause = 1_000;
    while (!stopping.signal.aborted) {
      try {
        await untilQuiet(database);
        if (!(await inTurn(() => judgeOnce(branch)))) return;
        pause = 1_000;
        const since = works.get(branch)?.judge.since();
        if (since !== undefined) await Promise.race([database.awaitChange(since, WAIT, isNews), stopped]);
        // A server that answers every long poll at once must not be asked without end.
        await Promise.race([sleep(SHORTEST_PAUSE), stopped]);
      } catch (problem) {
        log(`${branch}: ${problem instanceof Error ? problem.message : String(problem)}; again in ${pause / 1000} s`);
        await Promise.race([sleep(pause), stopped]);
        pause = Math.min(LONGEST_PAUSE, pause * 2);
      }
    }
  }

  async function run(): Promise<void> {
    let overviewAt = -Infinity;
    while (!stopping.signal.aborted) {
      try {
        const codes = await listBranches();
        for (const code of inOwnOrder(codes, instance)) {
          if (stopping.signal.aborted || following.has(code) || following.size >= most) continue;
          following.set(
            code,
            follow(code).finally(() => following.delete(code)),
          );
        }
        if (now() - overviewAt >= OVERVIEW_EVERY) {
          overviewAt = now();
          await gatherOverview({ transport, branches: codes, revoked: (await revoked?.()) ?? new Set(), now: now() });
        }
      } catch (problem) {
        log(problem instanceof Error ? problem.message : String(problem));
      }
      // Branches that others had are asked for again, and new ones found.
      await Promise.race([sleep(OVERVIEW_EVERY / 2), stopped]);
    }
    await Promise.all(following.values());
  }

  async function runOnce(): Promise<void> {
    const codes = await listBranches();
    for (const code of codes) if (!stopping.signal.aborted && works.size < most) await judgeOnce(code);
    // Once more: the last branch's papers may have told the first one something.
    if (works.size > 1) for (const code of works.keys()) await judgeOnce(code);
    await gatherOverview({ transport, branches: codes, revoked: (await revoked?.()) ?? new Set(), now: now() });
    await release();
  }

  async function release(): Promise<void> {
    for (const { lease } of works.values()) await lease.release();
  }

  const finished = once ? runOnce() : run();
  return {
    counts: () => new Map([...works].map(([branch, { judge }]) => [branch, judge.count()])),
    finished,
    stop: async () => {
      stopping.abort();
      await finished.catch(() => undefined);
      await release().catch((problem: unknown) => log(String(problem)));
    },
  };
}

async function epochOf(database: CouchDatabase): Promise<string> {
  const note = centreNoteSchema.safeParse(await database.read(CENTRE_NOTE));
  return note.success ? note.data.epoch : '';
}

function pick({ documents, setAside, unknown }: BranchCount): Pick<BranchCount, 'documents' | 'setAside' | 'unknown'> {
  return { documents, setAside, unknown };
}

/** Each instance begins with other branches, so that two started together share them. */
function inOwnOrder(codes: readonly string[], instance: string): string[] {
  const weight = (code: string) => [...`${instance}/${code}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return codes.toSorted((a, b) => weight(a) - weight(b));
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
