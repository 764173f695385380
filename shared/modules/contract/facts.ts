/** What gates on contracts and on what is done under them read; the judge asks the same functions. */
import { daysBetween, type Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentEvent, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import type { Facts, Parameters } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';
import { moneyOf } from '../recovery/contract-money.ts';
import { contract, isInForce, type Contract } from './module.ts';
import type { Terms } from './terms.ts';

type Events = { events: readonly DocumentEvent[] };

export function readContract(read: Reader, id: string): Promise<DocumentRecord<Contract> | null> {
  return readAs(read, contract, id);
}

/** G-12: specification, price, payment and delivery are agreed and filled in. */
export function termFacts(body: Terms): Facts {
  const planned = body.plan.reduce((sum, part) => sum + part.amount, 0);
  return {
    specification: body.lines.every((line) => line.spec !== '' || line.code !== ''),
    price: body.total > 0 && body.lines.every((line) => line.gift || line.price > 0),
    payment: body.plan.length > 0 ? planned === body.total : body.payment !== '',
    delivery: body.deliverOn !== '',
  };
}

/** G-13: the newest going-through of the clauses. */
export function clauseFacts(record: Events): Facts {
  const data = lastData(record, 'checked');
  return Object.fromEntries(['law', 'policy', 'rights', 'obligations'].map((clause) => [clause, data[clause] === true]));
}

/** G-14, from what is said when the terms were explained. */
export function explainedFacts(data: Readonly<Record<string, unknown>>): Facts {
  return { explainedTo: textOf(data.name), explainedOn: textOf(data.day) };
}

/** G-15 */
export function countersignFacts(record: Events): Facts {
  return { salesSigned: has(record, 'salesSigned'), financeSigned: has(record, 'financeSigned') };
}

/** G-16 */
export function customerSignFacts(record: DocumentRecord<Contract>): Facts {
  const data = lastData(record, 'customerSigned');
  return { type: record.body.customerType, seal: data.seal === true, signature: data.signature === true };
}

/** G-19: what is still open, and the day the balance is agreed for. */
export async function balanceFacts(read: Reader, record: DocumentRecord<Contract>): Promise<Facts> {
  return { open: (await moneyOf(read, record)).open, balanceDay: balanceDayOf(record) };
}

/** Last day of the payment plan, put off by whoever may; '' when none is agreed. */
export function balanceDayOf(record: DocumentRecord<Contract>): Day | '' {
  const { plan } = record.body;
  const putOff = textOf(lastData(record, 'putOff').due);
  const balance = plan.findLast(({ kind }) => kind === 'balance') ?? plan.at(-1);
  return putOff || balance?.due || '';
}

/** G-18 */
export function archiveFacts(record: Events, today: Day): Facts {
  const since = effectiveDay(record);
  return { archived: has(record, 'archived'), days: since === '' ? 0 : Math.max(0, daysBetween(since, today)) };
}

/** G-106 */
export function handoverFacts(record: Events): Facts {
  return { acknowledged: has(record, 'acknowledged') };
}

export function effectiveDay(record: Events): Day | '' {
  return textOf(lastData(record, 'effective').day);
}

/**
 * G-17 for an order: null when the policy sells on this channel without a contract and none is named. An order that names one delivers
 * under it, so it must be in force.
 */
export async function writtenContractFacts(
  read: Reader,
  parameters: Parameters,
  sale: { channel: string; contract?: string | undefined },
): Promise<Facts | null> {
  if (sale.contract) return { channel: 'contract', inForce: isInForce((await readContract(read, sale.contract))?.status ?? '') };
  const name = `sale.contract_required_${sale.channel}`;
  const all: Parameters = { ...gates['G-17'].parameters, ...parameters };
  return all[name] === true ? { channel: sale.channel, inForce: false } : null;
}

/** G-17 for what rests on a contract. */
export function inForceFacts(record: { status: string } | null): Facts {
  return { channel: 'contract', inForce: isInForce(record?.status ?? '') };
}

/** G-40: everything up to and with the first instalment; the whole when nothing is planned. */
export async function firstPaymentFacts(read: Reader, record: DocumentRecord<Contract>): Promise<Facts> {
  const { plan, total } = record.body;
  const named = plan.findIndex(({ kind }) => kind === 'first');
  const upTo = plan.slice(0, Math.max(0, named) + 1).reduce((sum, part) => sum + part.amount, 0);
  const { received } = await moneyOf(read, record);
  return { due: plan.length === 0 ? total : upTo, received };
}

export function has(record: Events, type: string): boolean {
  return record.events.some((event) => event.type === type);
}

function lastData(record: Events, type: string): Readonly<Record<string, unknown>> {
  return record.events.findLast((event) => event.type === type)?.data ?? {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
