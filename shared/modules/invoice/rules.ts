/** Use cases of the invoice request (PAY-05, G-39, G-42). */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped, type GateFacts } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { contract, isInForce, type Contract } from '../contract/module.ts';
import { isAccepted } from '../contract/performance.ts';
import { moneyOf } from '../recovery/contract-money.ts';
import { invoice, type Invoice } from './module.ts';

/** What G-39 reads: money that came back to the customer does not count as recovered. */
export async function recoveredFacts(
  read: Reader,
  record: DocumentRecord<Contract>,
  at: { stage: 'request' | 'issue'; signed?: boolean },
): Promise<Facts> {
  const { due, received } = await moneyOf(read, record);
  return { stage: at.stage, total: due, received, signed: at.signed === true };
}

/** What G-42 reads. */
export async function acceptanceFacts(read: Reader, record: DocumentRecord<Contract>): Promise<Facts> {
  const service = record.body.needsService;
  return { service, acceptance: service && (await isAccepted(read, record.id)) };
}

async function gateFacts(read: Reader, record: DocumentRecord<Contract>, at: Parameters<typeof recoveredFacts>[2]): Promise<GateFacts> {
  return { 'G-39': await recoveredFacts(read, record, at), 'G-42': await acceptanceFacts(read, record) };
}

export interface InvoiceInput {
  contract: string;
  invoiceKind: Invoice['invoiceKind'];
  buyer: string;
  taxNo: string;
  addressPhone: string;
  bankAccount: string;
  content: string;
  amount: number;
  notes: string;
}

/** What of a contract is neither invoiced nor asked for yet. */
export async function toInvoice(read: Reader, record: DocumentRecord<Contract>): Promise<number> {
  const { due } = await moneyOf(read, record);
  return due - (await read.balance(`invoiced/${record.id}`)) - (await read.balance(`invoice-asked/${record.id}`));
}

/**
 * Asks for an invoice. Refuses with NotFound, ContractNotInForce, NameMissing, TaxNoMissing, AmountNotPositive, MoreThanToInvoice, or
 * Blocked by G-39 (share recovered) and G-42 (acceptance).
 */
export function requestInvoice({ contract: id, ...said }: InvoiceInput): Decide<{ invoice: string }> {
  return async (read, moment) => {
    const record = await readAs(read, contract, id);
    if (!record) return refuse('NotFound', { id });
    if (!isInForce(record.status) && record.status !== 'closed') return refuse('ContractNotInForce', { no: record.no });
    if (said.buyer.trim() === '' || said.content.trim() === '') return refuse('NameMissing');
    if (said.invoiceKind === 'special' && said.taxNo.trim() === '') return refuse('TaxNoMissing');
    if (said.amount <= 0) return refuse('AmountNotPositive');
    const open = await toInvoice(read, record);
    if (said.amount > open) return refuse('MoreThanToInvoice', { open, amount: said.amount });
    const body: Invoice = { customerName: record.body.customerName, contractNo: record.no, ...said };
    const made = commitNew(invoice, invoice.schema.parse(body), moment, {
      party: record.party,
      source: record.id,
      gates: ['G-39', 'G-42'],
      facts: await gateFacts(read, record, { stage: 'request' }),
    });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { invoice: made.value.id } }) : made;
  };
}

export function checkInvoice(id: string): Decide {
  return takeStep(invoice, id, 'checked');
}

/** The deputy general manager for finance signs; the share is looked at again. Refuses with NotFound, or Blocked by G-39, G-42. */
export function signInvoice(id: string): Decide {
  return guarded(id, 'signed', {}, 'request');
}

export interface Issued {
  /** As the tax system printed it. */
  number: string;
  day: Day;
  /** Scan of the invoice, '' for none. */
  file: string;
}

/**
 * The invoice was issued in the tax system; its number is entered by hand. Refuses with NotFound, InvoiceNumberMissing, InvoiceNumberTaken,
 * DayInFuture, or Blocked by G-39 (share and signature), G-42.
 */
export function issueInvoice(id: string, { number, day, file }: Issued): Decide {
  return async (read, moment) => {
    const wrong = await wrongNumber(read, number);
    if (wrong) return wrong;
    if (day > moment.today) return refuse('DayInFuture', { day });
    return guarded(id, 'issued', { number: number.trim(), day, file }, 'issue')(read, moment);
  };
}

/** A red invoice of the tax system takes it back. Refuses like `issueInvoice`, and with ReasonMissing. */
export function reverseInvoice(id: string, { number, day, reason }: { number: string; day: Day; reason: string }): Decide {
  return async (read, moment) => {
    if (reason.trim() === '') return refuse('ReasonMissing');
    const wrong = await wrongNumber(read, number);
    if (wrong) return wrong;
    if (day > moment.today) return refuse('DayInFuture', { day });
    return takeStep(invoice, id, 'reversed', { data: { number: number.trim(), day, reason: reason.trim() } })(read, moment);
  };
}

/** Refuses with NameMissing. */
export function deliverInvoice(id: string, name: string): Decide {
  return async (read, moment) =>
    name.trim() === ''
      ? refuse('NameMissing')
      : takeStep(invoice, id, 'delivered', { data: { name: name.trim(), day: moment.today } })(read, moment);
}

export function returnInvoice(id: string, reason: string): Decide {
  return withReason(id, 'returned', reason);
}

export function withdrawInvoice(id: string, reason: string): Decide {
  return withReason(id, 'withdrawn', reason);
}

async function wrongNumber(read: Reader, number: string) {
  const said = number.trim();
  if (!/^[0-9A-Za-z-]{8,30}$/.test(said)) return refuse('InvoiceNumberMissing');
  return (await read.balance(`invoice-no/${said}`)) > 0 ? refuse('InvoiceNumberTaken', { number: said }) : null;
}

function guarded(id: string, step: string, data: Record<string, unknown>, stage: 'request' | 'issue'): Decide {
  return async (read, moment) => {
    const slip = await readAs(read, invoice, id);
    const record = slip && (await readAs(read, contract, slip.source));
    if (!slip || !record) return refuse('NotFound', { id });
    const signed = slip.events.some(({ type }) => type === 'signed');
    const done = act(invoice, slip, step, data, moment, await gateFacts(read, record, { stage, signed }));
    return done.ok ? ok({ records: [untyped(done.value)], answer: null }) : done;
  };
}

function withReason(id: string, step: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(invoice, id, step, { data: { reason: reason.trim() } })(read, moment);
}
