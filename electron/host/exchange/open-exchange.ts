/**
 * Replication of one desk: sends what its journal says and the centre does not have, appends to the journal what the centre has and the desk
 * does not. Documents only grow (`mergeRecords`), so every step may be cut anywhere and done again.
 */
import type { AnyRecord } from '#shared/documents/record.ts';
import { branchDatabase, COMPANY_DATABASE } from '#shared/exchange/books.ts';
import { OVERVIEW_NOTE, overviewSchema } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { deskUser } from '#shared/exchange/enrolment-code.ts';
import { CentreProblem, type Transport } from '#shared/exchange/transport.ts';
import { HostFailure, type CentreStatus, type HostHandlers } from '#shared/host/contract.ts';
import { createSerial } from '../serial.ts';
import { bringAgain, bringRefused, compareBook, sendJournal } from './bring-documents.ts';
import { createCalls, pause } from './calls.ts';
import { exchangeFiles } from './exchange-files.ts';
import { openExchangeMemory } from './exchange-memory.ts';
import { bookNames } from './exchange-state.ts';
import { Stopped, type Books, type ExchangeOptions, type ExchangeWork } from './exchange-work.ts';
import { fetchBook } from './fetch-changes.ts';
import { createGreeting } from './greet-centre.ts';
import { joinDesk } from './join-centre.ts';
import { createOutbox } from './outbox.ts';

type Handlers = Pick<HostHandlers, 'centre.unsent' | 'centre.setAside' | 'centre.retry' | 'centre.withdraw' | 'centre.overview'>;

export interface Exchange {
  handlers: Handlers;
  status(): CentreStatus;
  join(url: string, code: string): Promise<void>;
  /** One complete exchange, or as much of it as can be had; never rejects. Calls that come meanwhile get one more after it. */
  round(): Promise<void>;
  /** Own documents that are durable now. */
  wrote(seq: number, documents: readonly AnyRecord[]): void;
  /** Resolves after `wait` milliseconds, or as soon as there may be something to exchange; with `forNews`, also when the centre has some. */
  awaitWork(until: { wait: number; forNews: boolean }): Promise<void>;
  /** The book was taken back to an earlier state, on purpose. */
  restored(): Promise<void>;
  /**
   * Why nothing may be written now: 'read-only', a restored or cloned installation before it has a code of its own; 'clock-ahead', the clock
   * is so far ahead of the centre's that what is signed would be refused until that day, and every later paper of this desk with it.
   */
  obstacle(): 'read-only' | 'clock-ahead' | null;
  /** Entries up to here need not be kept for the centre's sake. */
  released(): number;
  close(): Promise<void>;
}

const MOST_LISTED = 500;
/** Milliseconds the program's end waits for an exchange under way. */
const CLOSING = 1_500;
const TRY_AGAIN_EVERY = 30 * 60_000;
/** Milliseconds; the centre refuses what is signed a day ahead of its own clock. */
const MOST_AHEAD = 12 * 3_600_000;

export async function openExchange(options: ExchangeOptions): Promise<Exchange> {
  const { disk, folder, journal, files, identity, connect, secret, version, now, log } = options;
  const memory = await openExchangeMemory(disk, folder, log);
  const { state, save, isJoined } = memory;
  const outbox = createOutbox(journal);
  const sharedFiles = await exchangeFiles({ disk, folder, files, now, log });
  const inTurn = createSerial();
  const calls = createCalls();
  let transport: Transport | null = null;
  let phase: CentreStatus['phase'] = isJoined() ? 'offline' : 'alone';
  let problem: CentreStatus['problem'] = state().cloned ? 'cloned' : '';
  let progress: CentreStatus['progress'] = null;
  let clockOffset = 0;
  let triedAgainAt = 0;
  let isClosed = false;
  let told = '';
  let waiting: Promise<void> | null = null;

  const work: ExchangeWork = { ...options, memory, outbox, tell, isClosed: () => isClosed };
  const greeting = createGreeting(work, status);

  if (isJoined()) {
    await outbox.load(state().sent);
    if (state().version !== version) await startedAnew();
  }

  /** Another version of the program may understand what the one before did not. */
  async function startedAnew(): Promise<void> {
    const again = state().unreadable.length > 0;
    await save({ version, unreadable: [], ...(again ? { since: { ...state().since, branch: '0', company: '0' } } : {}) });
  }

  function status(): CentreStatus {
    const { url, setAside, unreadable, lastComplete, healed } = state();
    return {
      phase,
      url,
      problem,
      progress,
      unsent: isJoined() ? outbox.count() : 0,
      setAside: setAside.filter(({ withdrawn }) => !withdrawn).length,
      filesUnsent: isJoined() ? sharedFiles.unsent() : 0,
      unreadable: unreadable.length,
      lastComplete,
      clockOffset,
      healed,
    };
  }

  function tell(change: Partial<Pick<CentreStatus, 'phase' | 'problem' | 'progress'>> = {}): void {
    ({ phase, problem, progress } = { phase, problem, progress, ...change });
    const present = status();
    const text = JSON.stringify(present);
    if (text === told || isClosed) return;
    told = text;
    options.changed(present);
  }

  /** The centre as this desk's user, with its clock looked at on the way. */
  async function centre(): Promise<Transport> {
    if (transport) return transport;
    const plain = connect(state().url, { name: deskUser(memory.deskCode()), password: (await secret.read()).password });
    transport = async (request) => {
      const before = now();
      const answer = await plain(request);
      // Servers say their time in whole seconds, and a slow answer tells nothing.
      if (answer.at > 0 && now() - before < 5_000) clockOffset = Math.abs(answer.at - now()) < 2_000 ? 0 : answer.at - now();
      return answer;
    };
    return transport;
  }

  async function databases(): Promise<Books> {
    const to = await centre();
    const branchCode = identity()?.branchCode ?? '';
    return { company: openCouchDatabase(to, COMPANY_DATABASE), branch: openCouchDatabase(to, branchDatabase(branchCode)) };
  }

  async function exchangeOnce(): Promise<void> {
    const books = await databases();
    await greeting.greet(books);
    for (const book of bookNames) await fetchBook(work, book, books);
    const { compare } = state();
    if (compare !== '') {
      // First: once the books are compared nothing says any more that files are to be looked at.
      await sharedFiles.askAgain();
      await compareBook(work, books, compare);
    }
    const hasSent = outbox.count() > 0;
    await sendJournal(work, books);
    if (Math.abs(now() - triedAgainAt) >= TRY_AGAIN_EVERY) {
      await bringRefused(work, books);
      triedAgainAt = now();
    }
    // Own papers come back in the feed: taken note of now, they wake nobody later.
    if (hasSent || compare !== '') for (const book of bookNames) await fetchBook(work, book, books);
    await sharedFiles.round(await centre(), identity()?.branchCode ?? '', state().since.files, (since) =>
      save({ since: { ...state().since, files: since } }),
    );
    if (isClosed) return;
    await save({ lastComplete: now() });
    await greeting.sign(books, hasSent);
  }

  async function oneRound(): Promise<void> {
    calls.seen();
    if (!isJoined() || isClosed) return;
    tell({ phase: state().lastComplete === 0 ? 'first-download' : 'exchanging' });
    try {
      await exchangeOnce();
      tell({ phase: 'idle', problem: '', progress: null });
    } catch (caught) {
      greeting.forget();
      if (caught instanceof Stopped) return tell({ phase: 'stopped', problem: caught.why, progress: null });
      if (caught instanceof CentreProblem) {
        // A desk that was cast out keeps asking, until CouchDB does not even listen for a while: it is cast out all the same.
        if (caught.code === 'locked' && problem === 'unauthorized') return tell({ phase: 'stopped', progress: null });
        const isFinal = caught.code === 'unauthorized' || caught.code === 'forbidden' || caught.code === 'locked';
        if (caught.code === 'unauthorized') transport = null;
        log('warn', `exchange: ${caught.code}: ${caught.message}`);
        return tell({ phase: isFinal ? 'stopped' : 'offline', problem: caught.code, progress: null });
      }
      // The disk is full, or a mistake of ours: the book itself is not touched by it.
      log('error', `exchange: ${caught instanceof Error ? (caught.stack ?? caught.message) : String(caught)}`);
      tell({ phase: 'offline', problem: 'refused', progress: null });
    }
  }

  async function join(url: string, code: string): Promise<void> {
    await joinDesk(work, url, code, state().cloned || problem === 'unauthorized' || problem === 'locked');
    transport = null;
    greeting.forget();
    tell({ phase: 'exchanging', problem: '' });
    calls.call();
  }

  async function retry(id: string): Promise<void> {
    if (!state().setAside.some((one) => one.id === id)) throw new HostFailure('not-found', `${id} is not set aside`);
    await bringAgain(work, await databases(), new Set([id])).catch(toFailure);
    tell();
  }

  async function withdraw(id: string): Promise<void> {
    await save({ setAside: state().setAside.map((one) => (one.id === id ? { ...one, withdrawn: true } : one)) });
    tell();
  }

  const handlers: Handlers = {
    'centre.unsent': async () => (isJoined() ? outbox.oldest(MOST_LISTED) : []),
    'centre.setAside': async () => state().setAside,
    'centre.retry': async ({ id }) => void (await inTurn(() => retry(id))),
    'centre.withdraw': async ({ id }) => void (await inTurn(() => withdraw(id))),
    'centre.overview': async () => {
      if (!isJoined()) return null;
      const company = openCouchDatabase(await centre(), COMPANY_DATABASE);
      const parsed = overviewSchema.safeParse(await company.read(OVERVIEW_NOTE).catch(toFailure));
      return parsed.success ? { at: parsed.data.at, branches: parsed.data.branches } : null;
    },
  };

  return {
    handlers,
    status,
    join: (url, code) => inTurn(() => join(url.trim(), code)),
    round: () => {
      // Whoever asks while one runs gets a whole one afterwards; several of them share it.
      waiting ??= inTurn(() => {
        waiting = null;
        return oneRound();
      });
      return waiting;
    },
    wrote: (seq, documents) => {
      if (!isJoined()) return;
      outbox.wrote(seq, now(), documents);
      tell();
      calls.call();
    },
    awaitWork: ({ wait, forNews }) => {
      const { branch, company } = state().since;
      return calls.wait(wait, forNews && isJoined() ? { branch, company } : {}, async (book) => (await databases())[book]);
    },
    restored: () =>
      inTurn(async () => {
        if (!isJoined()) return;
        await save({ compare: 'desk-restored', since: { branch: '0', company: '0', files: state().since.files } });
        await outbox.load(state().sent);
      }),
    obstacle: () => (state().cloned ? 'read-only' : clockOffset < -MOST_AHEAD ? 'clock-ahead' : null),
    released: () => (isJoined() ? state().sent : Infinity),
    close: async () => {
      isClosed = true;
      calls.call();
      // A request may hang for minutes; what its answer would say is found out again by the next exchange.
      await Promise.race([inTurn(() => Promise.resolve()), pause(CLOSING)]);
      memory.end();
    },
  };
}

function toFailure(problem: unknown): never {
  if (problem instanceof CentreProblem) throw new HostFailure('centre-failed', problem.code);
  throw problem;
}
