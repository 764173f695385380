/** Use cases of the invoice request (PAY-05, G-39, G-42). */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped, type GateFacts } from '#shared/documents/act.ts';
import { submit } from '#shared/documents/approve.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { approvalFacts, chainFor } from '#shared/policy/approvals.ts';
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
 * Asks for an invoice, which then waits for its signatures. Refuses with NotFound, ContractNotInForce, NameMissing, TaxNoMissing, AmountNotPositive, MoreThanToInvoice, or
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
    if (!made.ok) return made;
    const chain = chainFor(moment.policy.parameters, 'invoice', body.amount);
    const sent = submit(invoice, made.value, moment, { matter: 'invoice', value: body.amount, chain });
    return sent.ok ? ok({ records: [untyped(sent.value)], answer: { invoice: sent.value.id } }) : sent;
  };
}

/** What the last signature looks at again: the share, and the acceptance. */
export async function signingFacts(read: Reader, slip: DocumentRecord<Invoice>): Promise<GateFacts> {
  const record = await readAs(read, contract, slip.source);
  return record ? gateFacts(read, record, { stage: 'request' }) : {};
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
    const slip = await readAs(read, invoice, id);
    const record = slip && (await readAs(read, contract, slip.source));
    if (!slip || !record) return refuse('NotFound', { id });
    const facts = await gateFacts(read, record, { stage: 'issue', signed: approvalFacts(slip).approved });
    const issued = act(invoice, slip, 'issued', { number: number.trim(), day, file }, moment, facts);
    return issued.ok ? ok({ records: [untyped(issued.value)], answer: null }) : issued;
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

/** The customer will not have it after all; before it is issued. Refuses with NotFound, ReasonMissing. */
export function withdrawInvoice(id: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(invoice, id, 'withdrawn', { data: { reason: reason.trim() } })(read, moment);
}

async function wrongNumber(read: Reader, number: string) {
  const said = number.trim();
  if (!/^[0-9A-Za-z-]{8,30}$/.test(said)) return refuse('InvoiceNumberMissing');
  return (await read.balance(`invoice-no/${said}`)) > 0 ? refuse('InvoiceNumberTaken', { number: said }) : null;
}
