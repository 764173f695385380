/** Requests to purchasing and production from orders and contracts (STK-09, S17.8, S17.9). */
import type { Day } from '#shared/core/calendar.ts';
import type { Milli } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Moment } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { holdsAny } from '#shared/policy/roles.ts';
import { contract, isInForce } from '../contract/module.ts';
import type { Inbound } from '../inbound/module.ts';
import { receiveFinished } from '../inbound/rules.ts';
import { linesToProduce } from '../notice/progress.ts';
import { mergeCounted, type Counted } from '../order/counted.ts';
import { order, type Order } from '../order/module.ts';
import { arrivedOf, request, takers, type Request } from './module.ts';

type Line = Request['lines'][number];

/** What an order or a contract in force lacks beyond what is free in stock and asked for already; nothing for other papers. */
export async function lackingLines(read: Reader, paper: AnyRecord, location: string): Promise<Line[]> {
  const lines = paper.kind === order.kind ? await lackingOfOrder(read, order.read(paper)) : await lackingOfContract(read, paper, location);
  const lacking: Line[] = [];
  for (const item of lines) {
    const open = item.quantity - (await read.balance(`requested/${paper.id}/${item.line}`));
    if (open > 0) lacking.push({ ...item, quantity: open });
  }
  return lacking;
}

/** What is still owed of an order and not there for it; what is promised to others first counts as gone. */
async function lackingOfOrder(read: Reader, sale: DocumentRecord<Order>): Promise<Line[]> {
  if (sale.status === 'voided' || sale.status === 'closed') return [];
  const { location, lines } = sale.body;
  const missing = new Map<string, Milli>();
  const lacking: Line[] = [];
  for (const [line, { product, code, name, spec, unit }] of lines.entries()) {
    const owed = await read.balance(`undelivered/${sale.id}/${line}`);
    const there = (await read.balance(`stock/${location}/${product}`)) - (await read.balance(`reserved/${location}/${product}`));
    const short = missing.get(product) ?? Math.max(0, -there);
    const quantity = Math.min(owed, short);
    missing.set(product, short - quantity);
    if (product !== '' && quantity > 0) lacking.push({ product, code, name, spec, unit, line, quantity });
  }
  return lacking;
}

async function lackingOfContract(read: Reader, paper: AnyRecord, location: string): Promise<Line[]> {
  if (paper.kind !== contract.kind || !isInForce(paper.status)) return [];
  return (await linesToProduce(read, contract.read(paper), location)).filter(({ product }) => product !== '');
}

export interface AskInput {
  type: Request['type'];
  /** Thousandths by line of the order or contract. */
  lines: readonly Counted[];
  /** Where a contract's goods would be delivered from; an order names its own place. */
  location: string;
  needBy: Day;
  notes: string;
}

/** Asks for what a paper lacks. Refuses with NotFound, NoLines, QuantityNotPositive, NothingLacking (of a line), DayIsPast. */
export function askForGoods(sourceId: string, input: AskInput): Decide<{ request: string }> {
  return async (read, moment) => {
    const paper = await read.get(sourceId);
    if (!paper || (paper.kind !== order.kind && paper.kind !== contract.kind)) return refuse('NotFound', { id: sourceId });
    if (input.needBy !== '' && input.needBy < moment.today) return refuse('DayIsPast', { day: input.needBy });
    const wanted = mergeCounted(input.lines);
    if (!wanted.ok) return wanted;
    const lacking = new Map((await lackingLines(read, paper, input.location)).map((one) => [one.line, one]));
    const lines: Line[] = [];
    for (const { line, quantity } of wanted.value) {
      const item = lacking.get(line);
      if (!item || quantity > item.quantity) return refuse('NothingLacking', { line: line + 1, short: item?.quantity ?? 0, quantity });
      lines.push({ ...item, quantity });
    }
    const customerName = String(paper.body.customerName ?? '');
    const body: Request = { type: input.type, sourceNo: paper.no, customerName, lines, needBy: input.needBy, notes: input.notes.trim() };
    const made = commitNew(request, body, moment, { party: paper.party, source: paper.id });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { request: made.value.id } }) : made;
  };
}

/** Purchasing takes a purchase, the planner a production. Refuses with NotFound, PostMayNot, DayIsPast. */
export function takeRequest(id: string, { from, expected }: { from: string; expected: Day }): Decide {
  return async (read, moment) => {
    if (expected !== '' && expected < moment.today) return refuse('DayIsPast', { day: expected });
    return byTaker(read, moment, id, (record) => act(request, record, 'taken', { from: from.trim(), expected }, moment));
  };
}

/** Another expected day, with its reason. Refuses with NotFound, PostMayNot, ReasonMissing, DayIsPast. */
export function putOffRequest(id: string, { expected, reason }: { expected: Day; reason: string }): Decide {
  return async (read, moment) => {
    if (reason.trim() === '') return refuse('ReasonMissing');
    if (expected < moment.today) return refuse('DayIsPast', { day: expected });
    return byTaker(read, moment, id, (record) => act(request, record, 'putOff', { expected, reason: reason.trim() }, moment));
  };
}

/** It will not be bought or made. Refuses with NotFound, PostMayNot, ReasonMissing. */
export function declineRequest(id: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === ''
      ? refuse('ReasonMissing')
      : byTaker(read, moment, id, (record) => act(request, record, 'declined', { reason: reason.trim() }, moment));
}

async function byTaker(
  read: Reader,
  moment: Moment,
  id: string,
  step: (record: DocumentRecord<Request>) => ReturnType<typeof act<Request>>,
): ReturnType<Decide> {
  const record = await readAs(read, request, id);
  if (!record) return refuse('NotFound', { id });
  const posts = takers[record.body.type];
  if (!holdsAny(moment.actor, posts)) return refuse('PostMayNot', { posts: posts.join(',') });
  const done = step(record);
  return done.ok ? ok({ records: [untyped(done.value)], answer: null }) : done;
}

/** What of a request has not come, by line. */
export function openOf(record: Pick<DocumentRecord<Request>, 'body' | 'events'>): Line[] {
  const came = arrivedOf(record);
  return record.body.lines.flatMap((one) => {
    const quantity = one.quantity - (came.get(one.line) ?? 0);
    return quantity > 0 ? [{ ...one, quantity }] : [];
  });
}

export interface ArrivalInput extends Pick<Inbound, 'location' | 'slipNo' | 'certificateNo' | 'certificate' | 'notes'> {
  lines: readonly Counted[];
}

/**
 * Goods of a request come into stock with slip and certificate (G-28); with the last of them it is finished. Refuses with NotFound, StatusPassed,
 * NoLines, QuantityNotPositive, MoreThanRequested, as `receiveFinished` does, or Blocked by G-28.
 */
export function receiveRequest(id: string, input: ArrivalInput): Decide<{ inbound: string }> {
  return async (read, moment) => {
    const record = await readAs(read, request, id);
    if (!record) return refuse('NotFound', { id });
    if (record.status !== 'taken') return refuse('StatusPassed', { status: record.status });
    const counted = mergeCounted(input.lines);
    if (!counted.ok) return counted;
    const open = new Map(openOf(record).map((one) => [one.line, one]));
    const lines: Inbound['lines'] = [];
    for (const { line, quantity, serials } of counted.value) {
      const item = open.get(line);
      if (!item || quantity > item.quantity) return refuse('MoreThanRequested', { line: line + 1, wanted: item?.quantity ?? 0, quantity });
      const { line: _line, ...goods } = item;
      lines.push({ ...goods, quantity, cost: 0, ...(serials ? { serials: [...serials] } : {}) });
    }
    const taken = record.events.findLast(({ type }) => type === 'taken');
    const from = typeof taken?.data.from === 'string' && taken.data.from !== '' ? taken.data.from : record.no;
    const { location, slipNo, certificateNo, certificate, notes } = input;
    const entry = { location, slipNo, certificateNo, certificate, notes, from, lines, source: id, party: record.party };
    const received = await receiveFinished(entry)(read, moment);
    if (!received.ok) return received;
    const { inbound } = received.value.answer;
    const what = counted.value.map(({ line, quantity }) => ({ line, quantity }));
    const arrived = act(request, record, 'arrived', { inbound, lines: what }, moment);
    if (!arrived.ok) return arrived;
    const isLast = openOf(arrived.value).length === 0;
    const done = isLast ? act(request, arrived.value, 'finished', { reason: '' }, moment) : arrived;
    return done.ok ? ok({ records: [...received.value.records, untyped(done.value)], answer: { inbound } }) : done;
  };
}

/** The rest will not come. Refuses with ReasonMissing. */
export function finishRequest(id: string, reason: string): Decide {
  return withReason(id, 'finished', reason);
}

export function withdrawRequest(id: string, reason: string): Decide {
  return withReason(id, 'withdrawn', reason);
}

function withReason(id: string, step: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(request, id, step, { data: { reason: reason.trim() } })(read, moment);
}
