/**
 * Replication of one desk: sends what its journal says and the centre does not have, appends to the journal what the centre has and the desk
 * does not. Documents only grow (`mergeRecords`), so every step may be cut anywhere and done again.
 */
import { join as joinPath } from 'node:path';
import type { AnyRecord } from '#shared/documents/record.ts';
import { bookOf, branchDatabase, COMPANY_DATABASE, type BookName } from '#shared/exchange/books.ts';
import { CENTRE_NOTE, centreNoteSchema, OVERVIEW_NOTE, overviewSchema, type CentreNote } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase, type CouchDatabase } from '#shared/exchange/couch-database.ts';
import { deskUser, readEnrolmentCode } from '#shared/exchange/enrolment-code.ts';
import { CentreProblem, type Transport } from '#shared/exchange/transport.ts';
import { HostFailure, type CentreStatus, type HostHandlers, type Identity } from '#shared/host/contract.ts';
import type { Disk } from '../disk/disk.ts';
import { jsonFile } from '../disk/json-file.ts';
import type { Files } from '../files/create-files.ts';
import type { Journal } from '../journal/open-journal.ts';
import { createSerial } from '../serial.ts';
import { exchangeFiles } from './exchange-files.ts';
import { aloneState, bookNames, exchangeStateSchema, FROM_CENTRE, type ExchangeState, type HealingReason } from './exchange-state.ts';
import { changesAfter } from './fetch-changes.ts';
import { joinCentre, type Connect } from './join-centre.ts';
import { isOlder } from './is-older.ts';
import { createOutbox, groupsAfter } from './outbox.ts';
import type { SecretStore } from './sealed-secret.ts';
import { sendDocuments, type Sent } from './send-documents.ts';
import { findSign, writeSign } from './sign-of-life.ts';

export interface ExchangeOptions {
  disk: Disk;
  folder: string;
  journal: Journal;
  files: Files;
  /** Every document of this desk's book as it is now. */
  everything(): AsyncIterable<AnyRecord>;
  identity(): Identity | null;
  saveIdentity(identity: Identity): Promise<void>;
  connect: Connect;
  secret: SecretStore;
  /** Version of the program. */
  version: string;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  /** A new password: at least 128 random bits. */
  newSecret(): string;
  log(level: 'info' | 'warn' | 'error', message: string): void;
  changed(status: CentreStatus): void;
  grew(lastSeq: number): void;
}

type Handlers = Pick<HostHandlers, 'centre.unsent' | 'centre.setAside' | 'centre.retry' | 'centre.withdraw' | 'centre.overview'>;

export interface Exchange {
  handlers: Handlers;
  status(): CentreStatus;
  join(url: string, code: string): Promise<void>;
  /** One complete exchange, or as much of it as can be had; never rejects. Calls that come meanwhile get one more after it. */
  round(): Promise<void>;
  /** Own documents that are durable now. */
  wrote(seq: number, documents: readonly AnyRecord[]): void;
  /** Resolves after `wait` milliseconds, or as soon as there may be something to exchange. */
  awaitWork(wait: number): Promise<void>;
  /** The book was taken back to an earlier state, on purpose. */
  restored(): Promise<void>;
  /** A restored or cloned installation writes nothing before it has a code of its own. */
  mayWrite(): boolean;
  /** Entries up to here need not be kept for the centre's sake. */
  released(): number;
  close(): Promise<void>;
}

const MOST_LISTED = 500;
const MOST_ECHOES = 5_000;
const MOST_SIGNS = 300;
/** Own writes kept to notice a centre that lost documents. */
const PROOFS = 200;
const GREET_EVERY = 60_000;
const SIGN_EVERY = 5 * 60_000;
const PROVE_EVERY = 30 * 60_000;

export async function openExchange(options: ExchangeOptions): Promise<Exchange> {
  const { disk, folder, journal, files, everything, identity, connect, secret, version, now, newId, log } = options;
  await disk.makeFolder(folder);
  const stateFile = jsonFile(disk, joinPath(folder, 'state.json'), exchangeStateSchema);
  const found = await stateFile.read();
  // Without it the desk cannot know what it sent: it stands alone until somebody joins it again, and then compares everything.
  if (found === 'damaged') log('error', 'what was known about the centre cannot be read; the desk must join again');
  let state: ExchangeState = typeof found === 'object' ? found : aloneState;
  const outbox = createOutbox(journal);
  const inTurn = createSerial();
  const echoes = new Set(state.echoes);
  let transport: Transport | null = null;
  let phase: CentreStatus['phase'] = state.url === '' ? 'alone' : 'offline';
  let problem: CentreStatus['problem'] = state.cloned ? 'cloned' : '';
  let progress: CentreStatus['progress'] = null;
  let clockOffset = 0;
  /** When the centre was last asked whether it and this desk are still the same ones; 0: it must be asked. */
  let greetedAt = 0;
  let signedAt = 0;
  let provedAt = 0;
  let isClosed = false;
  let told = '';
  let wake: () => void = () => undefined;
  /** Occasions so far, and how many of them the last exchange knew of. */
  let occasions = 0;
  let answered = 0;
  let waiting: Promise<void> | null = null;
  const polls = new Map<BookName, { since: string; ended: Promise<void> }>();
  const sharedFiles = await exchangeFiles({ disk, folder, files, log });

  if (state.url !== '') {
    await outbox.load(state.sent);
    if (state.version !== version) await startedAnew();
  }

  const isJoined = (): boolean => state.url !== '';
  const deskCode = (): string => state.deskCodes[0] ?? '';

  /** Another version of the program may understand what the one before did not. */
  async function startedAnew(): Promise<void> {
    const again = state.unreadable.length > 0;
    await save({ version, unreadable: [], ...(again ? { since: { ...state.since, branch: '0', company: '0' } } : {}) });
  }

  async function save(change: Partial<ExchangeState>): Promise<void> {
    const next = { ...state, ...change, echoes: [...echoes].slice(-MOST_ECHOES) };
    await stateFile.write(next);
    state = next;
  }

  function status(): CentreStatus {
    return {
      phase,
      url: state.url,
      problem,
      progress,
      unsent: isJoined() ? outbox.count() : 0,
      setAside: state.setAside.filter(({ withdrawn }) => !withdrawn).length,
      filesUnsent: isJoined() ? sharedFiles.unsent() : 0,
      unreadable: state.unreadable.length,
      lastComplete: state.lastComplete,
      clockOffset,
      healed: state.healed,
    };
  }

  function tell(
    change: { phase?: CentreStatus['phase']; problem?: CentreStatus['problem']; progress?: CentreStatus['progress'] } = {},
  ): void {
    phase = change.phase ?? phase;
    problem = change.problem ?? problem;
    if (change.progress !== undefined) progress = change.progress;
    const present = status();
    const text = JSON.stringify(present);
    if (text === told || isClosed) return;
    told = text;
    options.changed(present);
  }

  /** The centre as this desk's user, with its clock looked at on the way. */
  async function centre(): Promise<Transport> {
    if (transport) return transport;
    const plain = connect(state.url, { name: deskUser(deskCode()), password: (await secret.read()).password });
    transport = async (request) => {
      const before = now();
      const answer = await plain(request);
      // Servers say their time in whole seconds, and a slow answer tells nothing.
      if (answer.at > 0 && now() - before < 5_000) clockOffset = Math.abs(answer.at - now()) < 2_000 ? 0 : answer.at - now();
      return answer;
    };
    return transport;
  }

  async function databases(): Promise<Record<BookName, CouchDatabase>> {
    const to = await centre();
    const branchCode = identity()?.branchCode ?? '';
    return { company: openCouchDatabase(to, COMPANY_DATABASE), branch: openCouchDatabase(to, branchDatabase(branchCode)) };
  }

  /** What each database says about itself; one that began another life is read from the beginning and compared. */
  async function greet(books: Record<BookName, CouchDatabase>): Promise<void> {
    for (const book of bookNames) {
      const note = await readNote(books[book]);
      if (isOlder(version, note.oldestVersion)) throw new Stopped('too-old');
      const known = state.epochs[book];
      if (note.epoch !== known || note.headOffice !== state.headOffice) {
        await save({ headOffice: note.headOffice, epochs: { ...state.epochs, [book]: note.epoch } });
        if (known !== '' && known !== note.epoch) await beginAnew(book, 'centre-restored');
      }
      // A server put back to an earlier day without a word: its feed ends before the place this desk had reached.
      if (placeIn((await books[book].about()).last) < placeIn(state.since[book])) await beginAnew(book, 'centre-lost-documents');
    }
  }

  async function beginAnew(book: BookName, reason: HealingReason): Promise<void> {
    log('warn', `${book}: ${reason}; the whole book is compared`);
    await save({ since: { ...state.since, [book]: '0' }, compare: reason, proofs: [] });
  }

  async function fetchBook(book: BookName, database: CouchDatabase): Promise<number> {
    let count = 0;
    const isFirst = state.since[book] === '0';
    const total = isFirst ? (await database.about()).documents : 0;
    for await (const page of changesAfter(database, state.since[book], (echo) => echoes.has(echo))) {
      if (isClosed) return count;
      if (page.records.length > 0) {
        const { seq } = await journal.append({ commandId: `${FROM_CENTRE}${newId()}`, documents: page.records, numbers: [] });
        options.grew(seq);
      }
      for (const echo of page.echoes) echoes.delete(echo);
      const isMoved = page.last !== state.since[book];
      const unreadable = page.unreadable.length > 0 ? [...new Set([...state.unreadable, ...page.unreadable])] : state.unreadable;
      if (isMoved || unreadable !== state.unreadable) await save({ since: { ...state.since, [book]: page.last }, unreadable });
      count += page.records.length;
      if (isFirst && page.records.length > 0) {
        tell({ phase: state.lastComplete === 0 ? 'first-download' : phase, progress: { done: count, total: Math.max(total, count) } });
      }
    }
    return count;
  }

  /** The centre has these, or refused them; what it refused is kept aside and everything behind it goes on. */
  async function bring(
    books: Record<BookName, CouchDatabase>,
    records: readonly AnyRecord[],
    comparing: HealingReason | '' = '',
  ): Promise<Partial<ExchangeState>> {
    let { setAside, proofs } = state;
    for (const book of bookNames) {
      const own = records.filter((record) => bookOf(record, state.headOffice) === book);
      if (own.length === 0) continue;
      const sent = await sendTo(books[book], book, own);
      for (const { record, rev, isEcho } of sent.accepted) if (isEcho) echoes.add(`${record.id} ${rev}`);
      proofs = [...proofs, ...sent.accepted.map(({ record, rev }): [string, string, string] => [book, record.id, rev])].slice(-PROOFS);
      const good = new Set([...sent.accepted.map(({ record }) => record.id), ...sent.present.map(({ id }) => id)]);
      setAside = setAside.filter(({ id }) => !good.has(id));
      for (const { record, reason } of sent.refused) {
        // Another desk's paper that the centre lost: that desk brings it itself.
        if (comparing !== '' && comparing !== 'joined' && !state.deskCodes.includes(record.desk)) continue;
        const known = setAside.find(({ id }) => id === record.id);
        const { id, kind, no, title } = record;
        setAside = [
          ...setAside.filter((one) => one.id !== id),
          { id, kind, no, title, at: known?.at ?? now(), reason, withdrawn: known?.withdrawn ?? false },
        ];
        log('warn', `set aside ${kind} ${id}: ${reason}`);
      }
    }
    return { setAside, proofs };
  }

  async function sendTo(database: CouchDatabase, book: BookName, records: AnyRecord[]): Promise<Sent> {
    try {
      return await sendDocuments(database, records);
    } catch (caught) {
      // The company's book as a whole is not this desk's to write: that must not stop its own papers.
      if (book === 'company' && caught instanceof CentreProblem && caught.code === 'forbidden') {
        return { accepted: [], present: [], refused: records.map((record) => ({ record, reason: 'company-book' })) };
      }
      throw caught;
    }
  }

  async function send(books: Record<BookName, CouchDatabase>): Promise<void> {
    for await (const { through, records } of groupsAfter(journal, state.sent)) {
      if (isClosed) return;
      const change = await bring(books, records);
      await save({ ...change, sent: through });
      outbox.sentThrough(through);
      tell();
    }
  }

  async function compare(books: Record<BookName, CouchDatabase>, reason: HealingReason): Promise<void> {
    const upTo = journal.lastSeq();
    let chunk: AnyRecord[] = [];
    let done = 0;
    const bringChunk = async (): Promise<void> => {
      await save(await bring(books, chunk, reason));
      done += chunk.length;
      chunk = [];
      tell({ progress: { done, total: 0 } });
    };
    for await (const record of everything()) {
      if (isClosed) return;
      chunk.push(record);
      if (chunk.length === 250) await bringChunk();
    }
    if (chunk.length > 0) await bringChunk();
    await save({ compare: '', sent: Math.max(state.sent, upTo), healed: { reason, at: now() } });
    await outbox.load(state.sent);
    log('info', `compared ${done} documents with the centre: ${reason}`);
  }

  /** A centre that was put back to an earlier day without saying so lacks what it had acknowledged. */
  async function prove(book: BookName, database: CouchDatabase): Promise<boolean> {
    const own = state.proofs.filter(([name]) => name === book);
    const there = await database.revisions(own.map(([, id]) => id));
    return own.every(([, id, rev]) => generation(there.get(id) ?? '0') >= generation(rev));
  }

  /** The revision to write the next sign over. */
  async function checkSign(branch: CouchDatabase): Promise<string> {
    const found = await findSign(branch, deskCode(), state);
    // A centre known to be another one than before cannot know this desk's latest sign.
    const isAnother = state.compare === 'centre-restored' || state.compare === 'centre-lost-documents';
    if (found.is === 'foreign' && !isAnother) {
      await save({ cloned: true });
      throw new Stopped('cloned');
    }
    if (found.is === 'earlier' && !isAnother) await beginAnew('branch', 'centre-lost-documents');
    if (found.is === 'own' && found.nonce !== state.signed) await save({ signed: found.nonce });
    return found.rev;
  }

  async function sign(branch: CouchDatabase, rev: string): Promise<void> {
    const nonce = newId().slice(-10);
    await save({ signs: [...state.signs, nonce].slice(-MOST_SIGNS) });
    const { unsent, setAside } = status();
    await writeSign(branch, deskCode(), rev, { nonce, at: now(), lastComplete: state.lastComplete, unsent, setAside, version });
    await save({ signed: nonce });
    signedAt = now();
  }

  async function exchangeOnce(): Promise<void> {
    const books = await databases();
    if (greetedAt === 0 || Math.abs(now() - greetedAt) >= GREET_EVERY) {
      await greet(books);
      const rev = await checkSign(books.branch);
      // A sign before the first paper, so that a copy of this desk is found out before it sends any; and one over whatever a restored centre has.
      if (state.signed === '' || state.compare !== '') await sign(books.branch, rev);
      if (Math.abs(now() - provedAt) >= PROVE_EVERY) {
        for (const book of bookNames) if (!(await prove(book, books[book]))) await beginAnew(book, 'centre-lost-documents');
        provedAt = now();
      }
      greetedAt = now();
    }
    for (const book of bookNames) await fetchBook(book, books[book]);
    if (state.compare !== '') await compare(books, state.compare);
    const wrote = outbox.count() > 0;
    await send(books);
    for (const book of bookNames) await fetchBook(book, books[book]);
    await sharedFiles.round(await centre(), identity()?.branchCode ?? '', state.since.files, (since) =>
      save({ since: { ...state.since, files: since } }),
    );
    if (isClosed) return;
    const isFirst = state.lastComplete === 0;
    await save({ lastComplete: now() });
    if (isFirst || Math.abs(now() - signedAt) >= (wrote ? SIGN_EVERY / 5 : SIGN_EVERY))
      await sign(books.branch, await checkSign(books.branch));
  }

  function isCalled(): void {
    occasions += 1;
    wake();
  }

  async function oneRound(): Promise<void> {
    answered = occasions;
    if (!isJoined() || isClosed) return;
    tell({ phase: state.lastComplete === 0 ? 'first-download' : 'exchanging' });
    try {
      await exchangeOnce();
      tell({ phase: 'idle', problem: '', progress: null });
    } catch (caught) {
      greetedAt = 0;
      transport = caught instanceof CentreProblem && caught.code === 'unauthorized' ? null : transport;
      if (caught instanceof Stopped) tell({ phase: 'stopped', problem: caught.why, progress: null });
      else if (caught instanceof CentreProblem) {
        const isFinal = caught.code === 'unauthorized' || caught.code === 'forbidden';
        log('warn', `exchange: ${caught.code}: ${caught.message}`);
        tell({ phase: isFinal ? 'stopped' : 'offline', problem: caught.code, progress: null });
      } else {
        // The disk is full, or a mistake of ours: the book itself is not touched by it.
        log('error', `exchange: ${caught instanceof Error ? (caught.stack ?? caught.message) : String(caught)}`);
        tell({ phase: 'offline', problem: 'refused', progress: null });
      }
    }
  }

  async function join(url: string, text: string): Promise<void> {
    const code = readEnrolmentCode(text);
    if (!code || !/^https?:\/\/[^\s/]+/.test(url)) throw new HostFailure('invalid-input', code ? 'no address' : 'no such code');
    const present = identity();
    if (present && present.branchCode !== code.branchCode) throw new HostFailure('wrong-branch', `the code is of ${code.branchCode}`);
    const isAgain = state.cloned || problem === 'unauthorized';
    if (isJoined() && !isAgain) throw new HostFailure('already-joined', `this desk belongs to ${state.url}`);
    const before = await secret.read();
    const joining = `${url} ${text.trim()}`;
    // Kept from an earlier try with this code: its answer may have been lost after the centre took the new password.
    const password = before.joining === joining ? before.next : options.newSecret();
    await secret.write({ ...before, joining, next: password });
    let note: CentreNote;
    try {
      note = await joinCentre(connect, url, code, password);
    } catch (caught) {
      if (caught instanceof CentreProblem) throw new HostFailure('centre-failed', caught.code);
      throw caught;
    }
    const { branchCode, deskLetter } = code;
    const company = note.company || (present?.company ?? branchCode);
    const earlier = present ? [`${branchCode}-${present.deskLetter}`] : [];
    await options.saveIdentity({ company, branchCode, branchName: note.branchName || (present?.branchName ?? branchCode), deskLetter });
    echoes.clear();
    await save({
      ...aloneState,
      url,
      deskCodes: [...new Set([code.deskCode, ...state.deskCodes, ...earlier])],
      headOffice: note.headOffice,
      compare: isAgain ? 'desk-restored' : journal.lastSeq() > 0 ? 'joined' : '',
      setAside: state.setAside,
      version,
    });
    await secret.write({ password, joining: '', next: '' });
    transport = null;
    greetedAt = 0;
    signedAt = 0;
    await outbox.load(0);
    tell({ phase: 'exchanging', problem: '' });
    isCalled();
  }

  function poll(book: BookName): Promise<void> {
    const since = state.since[book];
    const known = polls.get(book);
    if (known?.since === since) return known.ended;
    const ended = databases()
      .then((books) => books[book].awaitChange(since, 60_000))
      .catch(() => new Promise<void>((resolve) => setTimeout(resolve, 60_000).unref()))
      .finally(() => polls.get(book)?.ended === ended && polls.delete(book));
    polls.set(book, { since, ended });
    return ended;
  }

  const handlers: Handlers = {
    'centre.unsent': async () => (isJoined() ? outbox.oldest(MOST_LISTED) : []),
    'centre.setAside': async () => state.setAside,
    'centre.retry': ({ id }) =>
      inTurn(async () => {
        const one = state.setAside.find((aside) => aside.id === id);
        if (!one) throw new HostFailure('not-found', `${id} is not set aside`);
        for await (const record of everything()) {
          if (record.id !== id) continue;
          await save(await bring(await databases(), [record]).catch(toFailure));
          break;
        }
        tell();
        return undefined;
      }),
    'centre.withdraw': ({ id }) =>
      inTurn(async () => {
        await save({ setAside: state.setAside.map((one) => (one.id === id ? { ...one, withdrawn: true } : one)) });
        tell();
        return undefined;
      }),
    'centre.overview': async () => {
      if (!isJoined()) return null;
      const found = await openCouchDatabase(await centre(), COMPANY_DATABASE)
        .read(OVERVIEW_NOTE)
        .catch(toFailure);
      const parsed = overviewSchema.safeParse(found);
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
      isCalled();
    },
    awaitWork: async (wait) => {
      if (occasions !== answered) return;
      const called = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const timer = new Promise<void>((resolve) => setTimeout(resolve, wait).unref());
      const polled = phase === 'idle' ? bookNames.map(poll) : [];
      await Promise.race([called, timer, ...polled]);
    },
    restored: () =>
      inTurn(async () => {
        if (!isJoined()) return;
        await save({ compare: 'desk-restored', since: { branch: '0', company: '0', files: state.since.files } });
        await outbox.load(state.sent);
      }),
    mayWrite: () => !state.cloned,
    released: () => (isJoined() ? state.sent : Infinity),
    close: async () => {
      isClosed = true;
      wake();
      await inTurn(() => Promise.resolve());
    },
  };
}

/** Nothing is exchanged until somebody acts. */
class Stopped extends Error {
  readonly why: 'cloned' | 'too-old';

  constructor(why: 'cloned' | 'too-old') {
    super(why);
    this.why = why;
  }
}

async function readNote(database: CouchDatabase): Promise<CentreNote> {
  const parsed = centreNoteSchema.safeParse(await database.read(CENTRE_NOTE));
  if (!parsed.success) throw new CentreProblem('not-found', `${database.name} is not set up`);
  return parsed.data;
}

/** How far along a feed a sequence is: CouchDB's begin with a number. They are opaque: the worst a wrong guess costs is a comparison. */
function placeIn(sequence: string): number {
  return Number.parseInt(sequence, 10) || 0;
}

/** '12-abc…' → 12. */
function generation(rev: string): number {
  return Number.parseInt(rev, 10) || 0;
}

function toFailure(problem: unknown): never {
  if (problem instanceof CentreProblem) throw new HostFailure('centre-failed', problem.code);
  throw problem;
}
