/** Before anything is exchanged: whether the centre and this desk are still the ones they were. */
import { CENTRE_NOTE, centreNoteSchema, type CentreNote } from '#shared/exchange/centre-notes.ts';
import type { BookName } from '#shared/exchange/books.ts';
import type { CouchDatabase } from '#shared/exchange/couch-database.ts';
import { CentreProblem } from '#shared/exchange/transport.ts';
import { bookNames } from './exchange-state.ts';
import { beginAnew, Stopped, type Books, type ExchangeWork } from './exchange-work.ts';
import { isOlder } from './is-older.ts';
import { placeIn } from './place-in.ts';
import { findSign, writeSign } from './sign-of-life.ts';

export interface Greeting {
  /** Asks again after a minute, or when `forget` was called. @throws Stopped, CentreProblem */
  greet(books: Books): Promise<void>;
  /** A sign of life at the end of an exchange, when one is due. */
  sign(books: Books, hasSent: boolean): Promise<void>;
  forget(): void;
}

const GREET_EVERY = 60_000;
const SIGN_EVERY = 5 * 60_000;
const SIGN_AFTER_SENDING = 60_000;
const PROVE_EVERY = 30 * 60_000;
/** Copies of a cluster may count apart for good. */
const STEP_BACK_EVERY = 6 * 3_600_000;
const MOST_SIGNS = 300;

export function createGreeting(work: ExchangeWork, counts: () => { unsent: number; setAside: number }): Greeting {
  const { memory, version, now, newId } = work;
  const { state, save, deskCode } = memory;
  let greetedAt = 0;
  let signedAt = 0;
  /** The head office takes a desk that joined just now for one that never exchanged until it says otherwise. */
  let hasToldComplete = false;
  let provedAt = 0;
  const steppedAt: Record<BookName, number> = { branch: 0, company: 0 };
  const isDue = (last: number, every: number): boolean => last === 0 || Math.abs(now() - last) >= every;

  async function readNotes(books: Books): Promise<void> {
    for (const book of bookNames) {
      const note = await readNote(books[book]);
      if (isOlder(version, note.oldestVersion)) throw new Stopped('too-old');
      const known = state().epochs[book];
      if (note.epoch !== known || note.headOffice !== state().headOffice) {
        const said = { headOffice: note.headOffice, epochs: { ...state().epochs, [book]: note.epoch } };
        // In one write: a life that is known as the present one is not compared again.
        if (known === '' || known === note.epoch) await save(said);
        else await beginAnew(work, book, 'centre-restored', said);
      }
      const reached = placeIn((await books[book].about()).last);
      if (reached < placeIn(state().since[book])) await stepBack(book, books[book], reached);
    }
  }

  /**
   * The feed seems to end before the place this desk had reached: the server was put back to an earlier day without a word, or it is a cluster
   * and another of its copies answers, which counts for itself.
   */
  async function stepBack(book: BookName, database: CouchDatabase, reached: number): Promise<void> {
    if (!(await hasAll(book, database))) return beginAnew(work, book, 'centre-lost-documents');
    if (!isDue(steppedAt[book], STEP_BACK_EVERY)) return;
    steppedAt[book] = now();
    const place = state().places[book].findLast((one) => placeIn(one) <= reached) ?? '0';
    await save({ since: { ...state().since, [book]: place } });
  }

  /** The revision to write the next sign over. */
  async function checkSign({ branch }: Books): Promise<string> {
    const found = await findSign(branch, deskCode(), state());
    // A centre known to be another one than before cannot know this desk's latest sign, until this desk has written one there: then it may be put back once more.
    const { compare, signed } = state();
    const isAnother = signed === '' && (compare === 'centre-restored' || compare === 'centre-lost-documents');
    if (found.is === 'foreign' && !isAnother) {
      await save({ cloned: true });
      throw new Stopped('cloned');
    }
    if (found.is === 'earlier' && !isAnother) await beginAnew(work, 'branch', 'centre-lost-documents');
    if (found.is === 'own' && found.nonce !== state().signed) await save({ signed: found.nonce });
    return found.rev;
  }

  async function writeNext({ branch }: Books, rev: string): Promise<void> {
    const nonce = newId().slice(-10);
    await save({ signs: [...state().signs, nonce].slice(-MOST_SIGNS) });
    await writeSign(branch, deskCode(), rev, { nonce, at: now(), lastComplete: state().lastComplete, version, ...counts() });
    await save({ signed: nonce });
    signedAt = now();
    hasToldComplete = state().lastComplete > 0;
  }

  /** A centre that was put back to an earlier day without saying so lacks what it had acknowledged. */
  async function hasAll(book: BookName, database: CouchDatabase): Promise<boolean> {
    const own = state().proofs.filter(([name]) => name === book);
    const there = await database.revisions(own.map(([, id]) => id));
    return own.every(([, id, rev]) => {
      const present = there.get(id) ?? '0';
      return placeIn(present) > placeIn(rev) || present === rev;
    });
  }

  return {
    greet: async (books) => {
      if (!isDue(greetedAt, GREET_EVERY)) return;
      await readNotes(books);
      const rev = await checkSign(books);
      // A sign before the first paper, so that a copy of this desk is found out before it sends any; and one over whatever a restored centre has.
      if (state().signed === '' || state().compare !== '') await writeNext(books, rev);
      if (isDue(provedAt, PROVE_EVERY)) {
        for (const book of bookNames) if (!(await hasAll(book, books[book]))) await beginAnew(work, book, 'centre-lost-documents');
        provedAt = now();
      }
      greetedAt = now();
    },
    sign: async (books, hasSent) => {
      if (!hasToldComplete || isDue(signedAt, hasSent ? SIGN_AFTER_SENDING : SIGN_EVERY)) await writeNext(books, await checkSign(books));
    },
    forget: () => {
      greetedAt = 0;
    },
  };
}

async function readNote(database: CouchDatabase): Promise<CentreNote> {
  const parsed = centreNoteSchema.safeParse(await database.read(CENTRE_NOTE));
  if (!parsed.success) throw new CentreProblem('not-found', `${database.name} is not set up`);
  return parsed.data;
}
