/** Use cases of quoting (QPA-02…QPA-05): offered, approved where it gives something away, sent, talked about, agreed. */
import { addDays, type Day } from '#shared/core/calendar.ts';
import { lineAmount } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Moment, type Overrides } from '#shared/documents/act.ts';
import { submit } from '#shared/documents/approve.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { chainFor, type Chain } from '#shared/policy/approvals.ts';
import { gates } from '#shared/policy/gates.ts';
import { threshold } from '#shared/policy/parameters.ts';
import { roles, type Role } from '#shared/policy/roles.ts';
import { customer } from '../customer/module.ts';
import { floorFacts } from '../order/facts.ts';
import { readPolicy } from '../policy/rules.ts';
import { priceLines } from '../policy/price-lines.ts';
import { concessionOf } from './concession.ts';
import { customerFacts, needFacts, sendingFacts } from './facts.ts';
import { quotation, type Quotation, type QuotationLine } from './module.ts';

type Offered = Omit<QuotationLine, 'listPrice' | 'policyPrice' | 'floor' | 'amount'> & Partial<Pick<QuotationLine, 'listPrice' | 'floor'>>;

export interface QuotationInput {
  body: Omit<Quotation, 'lines' | 'total' | 'policy' | 'policyVersion' | 'revision' | 'reminder' | 'validUntil'> & {
    lines: readonly Offered[];
    /** '' for as long as the policy says. */
    validUntil: Day | '';
  };
  party: string;
  /** The quotation this is the next version of, or the visit it came from. */
  source?: string;
  overrides?: Overrides;
}

/**
 * Writes an offer at the policy's prices or others; floors and policy prices are looked up, not typed. The version before is replaced in the same
 * write. Refuses with NoLines, QuantityNotPositive, TotalIsNegative, DayIsPast, NotFound, CustomerIsMerged, StatusPassed.
 */
export function draftQuotation({ body, party, source = '', overrides }: QuotationInput): Decide<{ quotation: string }> {
  return async (read, moment) => {
    if (body.lines.length === 0) return refuse('NoLines');
    const bad = body.lines.findIndex((line) => !Number.isSafeInteger(line.quantity) || line.quantity <= 0);
    if (bad >= 0) return refuse('QuantityNotPositive', { line: bad + 1 });
    if (body.validUntil !== '' && body.validUntil < moment.today) return refuse('DayIsPast', { day: body.validUntil });
    const buyer = await readAs(read, customer, party);
    if (party !== '' && !buyer) return refuse('NotFound', { id: party });
    if (buyer?.status === 'merged') return refuse('CustomerIsMerged', { name: buyer.body.name });
    const inForce = await readPolicy(read, moment.today);
    const lines = (await priceLines(read, body.lines, inForce?.body ?? null, buyer?.body.class ?? null)).map((line): QuotationLine => {
      const price = line.gift ? 0 : line.price;
      return { ...line, price, amount: lineAmount(price, line.quantity) };
    });
    const total = lines.reduce((sum, line) => sum + line.amount, 0) - body.discount;
    if (total < 0) return refuse('TotalIsNegative', { discount: body.discount, total });
    const before = await readAs(read, quotation, source);
    const whole: Quotation = {
      ...body,
      lines,
      total,
      validUntil: body.validUntil || addDays(moment.today, threshold(moment.policy.parameters, 'quotation.valid_days')),
      reminder: inForce?.body.reminder ?? '',
      policy: inForce?.id ?? '',
      policyVersion: inForce?.body.version ?? 0,
      revision: (before?.body.revision ?? 0) + 1,
    };
    const made = commitNew(quotation, whole, moment, {
      party,
      source,
      gates: ['G-09'],
      facts: { 'G-09': needFacts(whole) },
      ...(overrides ? { overrides } : {}),
    });
    if (!made.ok) return made;
    const records: AnyRecord[] = [untyped(made.value)];
    if (before) {
      const replaced = act(quotation, before, 'replaced', { quotation: made.value.id }, moment);
      if (!replaced.ok) return replaced;
      records.push(untyped(replaced.value));
    }
    return ok({ records, answer: { quotation: made.value.id } });
  };
}

/**
 * The chain that an offer's concession needs, empty when it gives nothing away. Where the discount is large, or a price below its floor, the
 * matrix alone is not enough: whoever G-03 asks for signs as well, last.
 */
export async function quotationChain(
  read: Reader,
  record: DocumentRecord<Quotation>,
  parameters: Moment['policy']['parameters'],
): Promise<{ chain: Chain; share: number }> {
  const { amount, share } = concessionOf(record.body);
  const floors = floorFacts(record.body);
  const isBelow = gates['G-02'].check(floors, { ...gates['G-02'].parameters, ...parameters }) !== true;
  if (amount === 0 && !isBelow) return { chain: [], share };
  const chain = chainFor(parameters, 'quotation', share);
  const limits = { ...gates['G-03'].parameters, ...parameters };
  const facts = { share, ...(await customerFacts(read, record.party)), posts: chain.flat().join(',') };
  const approver = roles.find((role) => role === limits['discount.large_approver']) ?? 'dgmSales';
  const isShort = gates['G-03'].check(facts, limits) !== true || (isBelow && !holdsOne(chain, [approver, 'gm']));
  return { chain: isShort ? [...chain, [approver]] : chain, share };
}

function holdsOne(chain: Chain, posts: readonly Role[]): boolean {
  return chain.flat().some((post) => posts.includes(post));
}

/** Asks for the approval of what is given away. Refuses with NotFound, ReasonMissing, NothingToApprove. */
export function submitQuotation(id: string, comment = ''): Decide {
  return async (read, moment) => {
    const record = await readAs(read, quotation, id);
    if (!record) return refuse('NotFound', { id });
    const { chain, share } = await quotationChain(read, record, moment.policy.parameters);
    if (chain.length === 0) return refuse('NothingToApprove');
    if (record.body.reason === '' && comment.trim() === '') return refuse('ReasonMissing');
    const submitted = submit(quotation, record, moment, { matter: 'quotation', value: share, chain, comment });
    return submitted.ok ? ok({ records: [untyped(submitted.value)], answer: null }) : submitted;
  };
}

/** Gives it to the customer. Refuses with NotFound, QuotationExpired, or Blocked by G-01, G-02, G-03, G-04; warns by G-10. */
export function sendQuotation(id: string, by: { channel: string; to: string }, overrides?: Overrides): Decide {
  return async (read, moment) => {
    const record = await readAs(read, quotation, id);
    if (!record) return refuse('NotFound', { id });
    const { validUntil } = record.body;
    if (validUntil < moment.today) return refuse('QuotationExpired', { day: validUntil });
    const facts = await sendingFacts(read, record, moment.today);
    const sent = act(quotation, record, 'sent', { ...by }, moment, facts, overrides);
    return sent.ok ? ok({ records: [untyped(sent.value)], answer: null }) : sent;
  };
}

export interface Round {
  ours: string;
  theirs: string;
  /** What was given in this round, '' for nothing. */
  concession: string;
  /** What both sides hold as agreed. */
  agreed: string;
  next: string;
}

/** Writes down one round of the talks. Refuses with NotFound, TextMissing. */
export function noteRound(id: string, round: Round): Decide {
  return async (read, moment) => {
    const record = await readAs(read, quotation, id);
    if (!record) return refuse('NotFound', { id });
    if (round.ours.trim() === '' && round.theirs.trim() === '') return refuse('TextMissing');
    const number = 1 + record.events.filter(({ type }) => type === 'negotiated').length;
    const noted = act(quotation, record, 'negotiated', { ...round, round: number }, moment);
    return noted.ok ? ok({ records: [untyped(noted.value)], answer: null }) : noted;
  };
}

/** The customer agrees. Refuses with NotFound, NameMissing, DayInFuture, QuotationExpired. */
export function acceptQuotation(id: string, accepted: { name: string; day: Day; file: string }): Decide {
  return async (read, moment) => {
    const record = await readAs(read, quotation, id);
    if (!record) return refuse('NotFound', { id });
    if (accepted.name.trim() === '') return refuse('NameMissing');
    if (accepted.day > moment.today) return refuse('DayInFuture', { day: accepted.day });
    if (accepted.day > record.body.validUntil) return refuse('QuotationExpired', { day: record.body.validUntil });
    const done = act(quotation, record, 'accepted', { ...accepted, name: accepted.name.trim() }, moment);
    return done.ok ? ok({ records: [untyped(done.value)], answer: null }) : done;
  };
}

/** Refuses with ReasonMissing, NotFound. */
export function declineQuotation(id: string, reason: string): Decide {
  const said = reason.trim();
  return said === '' ? async () => refuse('ReasonMissing') : takeStep(quotation, id, 'declined', { data: { reason: said } });
}

/** All that are past their last day; run when the list is opened. Answers how many. */
export function expireQuotations(): Decide<{ expired: number }> {
  return async (read, moment) => {
    const records: AnyRecord[] = [];
    for (const status of quotation.lifecycle.steps.expired?.from ?? []) {
      for (const row of (await read.all({ kind: quotation.kind, status }, 1000)).rows) {
        const record = quotation.read(row);
        if (record.body.validUntil >= moment.today || record.branch !== moment.branch) continue;
        const expired = act(quotation, record, 'expired', {}, moment);
        if (!expired.ok) return expired;
        records.push(untyped(expired.value));
      }
    }
    return ok({ records, answer: { expired: records.length } });
  };
}
