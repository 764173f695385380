/** The cash book of a box as it stands: everything that no closed or counted sheet has yet. */
import { addMonths, monthOf, type Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import { cutText } from '#shared/core/cut-text.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { methods, type Method } from '../fields.ts';
import { balanceOf, type Box } from './box.ts';
import { cashday, type CashDay, type CashSort } from './module.ts';

export type CashLine = CashDay['lines'][number];

export interface CashBook {
  /** Cash before the lines, and after them. */
  opening: Fen;
  booked: Fen;
  cashIn: Fen;
  cashOut: Fen;
  lines: CashLine[];
  /** What finance took over by each method, refunds taken off. */
  byMethod: ReadonlyMap<Method, Fen>;
  last: DocumentRecord<CashDay> | null;
  /** A count that waits for the second signature. */
  waiting: DocumentRecord<CashDay> | null;
}

/** A paper that comes later than this into days before it is found by its own list, not by the cash book. */
const MONTHS_BACK = 24;
/** Lines of one sheet at most; more stay for the next. */
const MOST = 3000;

/** Movements of a branch that had no cash book before stay out: the first sheet begins with its own day. */
export async function cashBookOf(read: Reader, box: Box, today: Day): Promise<CashBook> {
  const last = await newestSheet(read, box, 'closed');
  const waiting = await newestSheet(read, box, 'counted');
  const lines = await openLines(read, box, today, last);
  const cash = lines.filter(({ method }) => method === 'cash');
  const cashIn = cash.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
  const cashOut = cash.reduce((sum, { amount }) => sum + Math.max(0, -amount), 0);
  const booked = await read.balance(balanceOf(box, 'cash'));
  const byMethod = new Map<Method, Fen>();
  for (const { method, sort, amount } of lines) {
    if (sort === 'handover' || sort === 'receipt' || sort === 'refund') byMethod.set(method, (byMethod.get(method) ?? 0) + amount);
  }
  return { opening: booked - cashIn + cashOut, booked, cashIn, cashOut, lines, byMethod, last, waiting };
}

async function newestSheet(read: Reader, box: Box, status: string): Promise<DocumentRecord<CashDay> | null> {
  let after: string | undefined;
  for (let page = 0; page < 10; page += 1) {
    const { rows, next } = await read.list({ kind: cashday.kind, status, limit: 20, ...(after === undefined ? {} : { after }) });
    const found = rows.map((row) => cashday.read(row)).find(({ body }) => body.box === box);
    if (found) return found;
    if (next === null) return null;
    after = next;
  }
  return null;
}

async function openLines(read: Reader, box: Box, today: Day, last: DocumentRecord<CashDay> | null): Promise<CashLine[]> {
  const first = last?.body.begun ?? today;
  const open: { day: Day; method: Method; id: string; amount: Fen }[] = [];
  const oldest = addMonths(monthOf(today), -MONTHS_BACK);
  for (let month = monthOf(first) > oldest ? monthOf(first) : oldest; month <= monthOf(today); month = addMonths(month, 1)) {
    for (const [path, amount] of await read.balances(`unclosed/${box}/${month}/`)) {
      const [, , , day = '', by = '', id = ''] = path.split('/');
      const method = methods.find((one) => one === by);
      if (method && day >= first && day <= today) open.push({ day, method, id, amount });
    }
  }
  open.sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1));
  const taken = open.slice(0, MOST);
  const papers = await read.getMany(taken.map(({ id }) => id));
  const people = await read.getMany([...new Set([...papers.values()].map(({ owner }) => owner))]);
  return taken.map(({ id, ...move }) => ({ source: id, ...move, ...describe(papers.get(id), people, move.amount) }));
}

function describe(
  paper: AnyRecord | undefined,
  people: ReadonlyMap<string, AnyRecord>,
  amount: Fen,
): { no: string; sort: CashSort; what: string } {
  if (!paper) return { no: '', sort: 'correction', what: '' };
  return { no: paper.no, sort: sortOf(paper, amount), what: cutText(whatOf(paper, people.get(paper.owner)?.title ?? ''), 200) };
}

/** A movement against its paper's own direction is what takes it back. */
function sortOf({ kind, body }: AnyRecord, amount: Fen): CashSort {
  const into = amount > 0;
  if (kind === 'handover') return into ? 'handover' : 'correction';
  if (kind === 'receipt') return into ? 'receipt' : 'refund';
  if (kind === 'float') return body.type === 'draw' ? 'draw' : body.type === 'settle' ? 'settle' : 'float';
  if (kind === 'expense') return into ? 'correction' : 'expense';
  if (kind === 'commission') return into ? 'correction' : 'commission';
  if (kind === 'banking' && body.type === 'toBank') return into ? 'correction' : 'deposit';
  if (kind === 'banking') return into ? 'withdrawal' : 'correction';
  return 'correction';
}

/** Whose it is and what for: the drawer's cashier, the claimant, the bank, the payer. */
function whatOf({ kind, title, body }: AnyRecord, owner: string): string {
  const whose = kind === 'handover' || kind === 'expense' ? owner : '';
  const words = [whose, title, body.reason, body.note].filter((word): word is string => typeof word === 'string' && word !== '');
  return [...new Set(words)].join(' · ');
}
