/** Lists, each by the book and by the others in turn. */
import type { RecordQuery } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { mirror } from '#shared/core/ulid.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf, type Spread } from '../report/spread.ts';
import { openDexieStore } from './dexie-store.ts';
import { documentsOf, hostAndInfo, theBook } from './desk-line.ts';
import { openPouchStore } from './pouch-store.ts';
import { LAST, openRawStore, type RawStore } from './raw-store.ts';
import { takeTurns } from './sampling.ts';
import { fillDexie, fillRaw } from './write.ts';

const ROWS = 50;
const TIMES = 41;

type Question = RecordQuery & { after?: string };

const kinds = ['order', 'receipt', 'visit', 'task', 'contact', 'dispatch'] as const;

/** The questions by what is asked for; each is another at every turn. */
function questionsAbout(known: Known): Record<string, (at: number) => Question> {
  const at = <One>(all: readonly One[], turn: number): One | undefined => all[turn % all.length];
  return {
    'first page of a list': (turn) => ({ kind: kindAt(turn) }),
    'first page with status': (turn) => at(known.states, turn) ?? {},
    'first page of a party': (turn) => ({ party: at(known.parties, turn) ?? '' }),
    'first page of a party and kind': (turn) => ({ party: at(known.parties, turn) ?? '', kind: 'order' }),
    'next page': (turn) => ({ kind: 'order', after: at(known.pages, turn) ?? '' }),
    'page deep in the list, by jump to date': (turn) => deepAt(known, turn),
  };
}

const kindAt = (at: number): string => kinds[at % kinds.length] ?? 'order';

function deepAt({ days }: Known, at: number): Question {
  return { kind: kindAt(at), day: { from: '2000-01-01', to: days[at % days.length] ?? '' } };
}

/** The same questions to PouchDB, which has nothing else in its browser. By what is asked for. */
export async function measurePouchLists(known: Known): Promise<Record<string, Spread>> {
  const pouch = await openPouchStore('bench-pouch');
  const { host } = await hostAndInfo();
  for await (const batch of documentsOf(host)) await pouch.write(batch);
  await pouch.buildIndexes();
  const spreads: Record<string, Spread> = {};
  for (const [work, questionAt] of Object.entries(questionsAbout(known))) {
    const { pouch: taken } = await takeTurns(TIMES, {
      pouch: async (at) => {
        const rows = await pouch.list(...asked(questionAt(at)));
        if (rows.length === 0) throw new Error(`${work}: PouchDB found nothing`);
      },
    });
    spreads[work] = spreadOf(taken);
  }
  await pouch.close();
  return spreads;
}

export async function measureLists(): Promise<{ figures: Measured[]; known: Known }> {
  await fillRaw();
  await fillDexie();
  const [raw, dexie, book] = [await openRawStore(), openDexieStore(), await theBook()];
  // Search has all names by then: what a start still does is measured elsewhere.
  await book.size();
  const known = await whatThereIs(raw);

  /** The same rows by a question nobody has asked before: what the page remembers does not answer it. */
  let questions = 0;
  function anew(question: Question): Question {
    if (question.after !== undefined) return question;
    const from = new Date(Date.UTC(1990, 0, 1) + (questions += 1) * 86_400_000).toISOString().slice(0, 10);
    return { ...question, day: { from, to: question.day?.to ?? '2999-12-31' } };
  }

  async function compared(work: string, questionAt: (at: number) => Question): Promise<Measured> {
    await mustBeSame(raw, questionAt(0), (await book.list({ ...questionAt(0), limit: ROWS })).rows);
    const taken = await takeTurns(TIMES, {
      ours: (at) => book.list({ ...anew(questionAt(at)), limit: ROWS }),
      raw: (at) => raw.list(...asked(questionAt(at))),
      dexie: (at) => dexie.list(...asked(questionAt(at))),
    });
    return {
      work,
      unit: 'ms',
      ours: spreadOf(taken.ours),
      beside: [
        { name: 'raw IndexedDB', spread: spreadOf(taken.raw) },
        { name: 'Dexie', spread: spreadOf(taken.dexie) },
      ],
      goals: [{ bound: 'atMost', value: 2, times: 'raw IndexedDB' }],
    };
  }

  const figures: Measured[] = [];
  for (const [work, questionAt] of Object.entries(questionsAbout(known))) figures.push(await compared(work, questionAt));
  const depths = await takeTurns(TIMES, {
    deep: (at) => book.list({ ...anew(deepAt(known, at)), limit: ROWS }),
    first: (at) => book.list({ ...anew({ kind: kindAt(at) }), limit: ROWS }),
    again: (at) => book.list({ kind: kindAt(at), limit: ROWS }),
  });
  figures.push({
    work: 'the deep page beside the first',
    unit: 'ms',
    ours: spreadOf(depths.deep),
    beside: [{ name: 'our first page', spread: spreadOf(depths.first) }],
    goals: [{ bound: 'atMost', value: 1.25, times: 'our first page' }],
  });
  figures.push({ work: 'first page of a list looked at before', unit: 'ms', ours: spreadOf(depths.again) });
  const gets = await takeTurns(TIMES, { ours: (at) => book.get(known.ids[at] ?? ''), raw: (at) => raw.get(known.ids[at] ?? '') });
  figures.push({
    work: 'one document by id',
    unit: 'ms',
    ours: spreadOf(gets.ours),
    beside: [{ name: 'raw IndexedDB', spread: spreadOf(gets.raw) }],
  });
  raw.close();
  dexie.close();
  return { figures, known };
}

/** The question in the raw store's words: index, values, range. */
function asked({ kind, status, party, day, after = '' }: Question): [string[], string[], string, string, number] {
  const given = Object.entries({ party, kind, status }).flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const]));
  const from = day ? mirror(day.to.replaceAll('-', '')) : '';
  const to = day ? mirror(day.from.replaceAll('-', '')) + LAST : LAST;
  return [given.map(([field]) => field), given.map(([, value]) => value), after === '' ? from : `${after}!`, to, ROWS];
}

async function mustBeSame(raw: RawStore, question: Question, rows: readonly AnyRecord[]): Promise<void> {
  const expected = await raw.list(...asked(question));
  const ids = (of: readonly AnyRecord[]): string => of.map(({ id }) => id).join();
  if (ids(expected) !== ids(rows) || rows.length === 0) throw new Error(`not the same rows for ${JSON.stringify(question)}`);
}

export interface Known {
  states: { kind: string; status: string }[];
  parties: string[];
  /** Seek keys after which a page of orders begins. */
  pages: string[];
  /** Days deep in the past. */
  days: string[];
  ids: string[];
}

/** What there is to ask for: statuses and parties with at least a page of papers. */
async function whatThereIs(raw: RawStore): Promise<Known> {
  const orders = await raw.list(['kind'], ['order'], '', LAST, 4_000);
  const papers: AnyRecord[] = [];
  for (const kind of kinds) papers.push(...(await raw.list(['kind'], [kind], '', LAST, 1_000)));
  const often = (of: readonly string[]): string[] => {
    const counts = new Map<string, number>();
    for (const one of of) counts.set(one, (counts.get(one) ?? 0) + 1);
    return [...counts].toSorted(([, a], [, b]) => b - a).map(([one]) => one);
  };
  const states = often(papers.map(({ kind, status }) => `${kind} ${status}`)).slice(0, 12);
  const newest = Date.parse(orders[0]?.day ?? '');
  return {
    states: states.map((one) => ({ kind: one.split(' ')[0] ?? '', status: one.split(' ')[1] ?? '' })),
    parties: often(orders.map(({ party }) => party).filter((party) => party !== '')).slice(0, 20),
    pages: orders.filter((_, at) => at % ROWS === ROWS - 1).map(({ seek }) => seek),
    days: Array.from({ length: 20 }, (_, at) => new Date(newest - (200 + at * 5) * 86_400_000).toISOString().slice(0, 10)),
    ids: papers.filter((_, at) => at % 97 === 0).map(({ id }) => id),
  };
}
