/** Use cases of the contract up to its taking effect (CON-02…05, S5.9–S5.12). */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { application } from '../application/module.ts';
import { applicationFacts, concessionFacts } from '../application/rules.ts';
import { collectionTasks } from '../recovery/overdue-rules.ts';
import { sealing } from '../sealing/module.ts';
import { balanceFacts, clauseFacts, countersignFacts, customerSignFacts, explainedFacts, readContract, termFacts } from './facts.ts';
import { contract, type Contract } from './module.ts';

export interface ContractInput {
  application: string;
  remarks: string;
  place: string;
}

/**
 * Draws the contract up from its approved application; the number comes with it. One application carries one living contract: after a return
 * or cancellation it is drawn up anew. Refuses with NotFound, StatusPassed, PlaceMissing, ContractExists, or Blocked by G-03,
 * G-04 (concession), G-11 (approval), G-12 (terms).
 */
export function drawUpContract(input: ContractInput): Decide<{ contract: string }> {
  return async (read, moment) => {
    const form = await readAs(read, application, input.application);
    if (!form) return refuse('NotFound', { id: input.application });
    if (form.status === 'withdrawn' || form.status === 'refused') return refuse('StatusPassed', { status: form.status });
    if (input.place.trim() === '') return refuse('PlaceMissing');
    const living = await livingContract(read, form.id);
    if (living) return refuse('ContractExists', { no: living });
    const { intention: _intention, ...terms } = form.body;
    const body: Contract = {
      ...terms,
      application: form.id,
      applicationNo: form.no,
      template: terms.needsService ? 'service' : 'goods',
      remarks: input.remarks.trim(),
      place: input.place.trim(),
    };
    const made = commitNew(contract, body, moment, {
      party: form.party,
      owner: form.owner,
      source: form.id,
      gates: ['G-03', 'G-04', 'G-11', 'G-12'],
      facts: { 'G-11': applicationFacts(form), 'G-12': termFacts(body), ...(await concessionFacts(read, form)) },
    });
    if (!made.ok) return made;
    const records = [untyped(made.value)];
    if (form.status === 'approved') {
      const used = act(application, form, 'used', { contract: made.value.id }, moment);
      if (!used.ok) return used;
      records.push(untyped(used.value));
    }
    return ok({ records, answer: { contract: made.value.id } });
  };
}

async function livingContract(read: Reader, applicationId: string): Promise<string | null> {
  const { rows } = await read.all({ kind: contract.kind, source: applicationId });
  return rows.find(({ status }) => status !== 'returned' && status !== 'cancelled')?.no ?? null;
}

export const clauses = ['specification', 'price', 'delivery', 'payment', 'rights', 'obligations', 'law', 'policy'] as const;
export type Clause = (typeof clauses)[number];

/** The clause checklist (CON-03); may be gone through again until the contract is submitted. */
export function checkClauses(id: string, ticks: Readonly<Record<Clause, boolean>>): Decide {
  return takeStep(contract, id, 'checked', { data: { ...ticks } });
}

export interface Explained {
  /** Who was told. */
  name: string;
  day: Day;
  /** Photo of the acknowledgement, '' for none. */
  file: string;
}

/** Terms explained; from here on it waits for countersignature. Refuses with DayInFuture, or Blocked by G-13, G-14. */
export function explainContract(id: string, told: Explained): Decide {
  return async (read, moment) => {
    if (told.day > moment.today) return refuse('DayInFuture', { day: told.day });
    const data = { ...told, name: told.name.trim() };
    return takeStep(contract, id, 'explained', {
      data,
      facts: (record) => ({ 'G-13': clauseFacts(record), 'G-14': explainedFacts(data) }),
    })(read, moment);
  };
}

/** The head of sales, then finance (CON-04); whose turn it is follows from where the contract stands. */
export function countersign(id: string): Decide {
  return async (read, moment) => {
    const record = await readContract(read, id);
    return takeStep(contract, id, record?.status === 'salesSigned' ? 'financeSigned' : 'salesSigned')(read, moment);
  };
}

/** A countersigner sends it back. Refuses with ReasonMissing. */
export function returnContract(id: string, reason: string): Decide {
  return withReason(id, 'returned', reason);
}

/** The seal is applied and entered in its register in one write (CON-04). Refuses with NotFound, ImpressionsMissing, or Blocked by G-15. */
export function sealContract(
  id: string,
  { impressions, notes = '' }: { impressions: number; notes?: string },
): Decide<{ sealing: string }> {
  return async (read, moment) => {
    const record = await readContract(read, id);
    if (!record) return refuse('NotFound', { id });
    if (!Number.isSafeInteger(impressions) || impressions < 1) return refuse('ImpressionsMissing');
    const { customerName } = record.body;
    const entry = { contract: id, contractNo: record.no, customerName, impressions, notes: notes.trim() };
    const made = commitNew(sealing, entry, moment, { party: record.party, source: id });
    if (!made.ok) return made;
    const data = { sealing: made.value.id, impressions, day: moment.today };
    const sealed = act(contract, record, 'sealed', data, moment, { 'G-15': countersignFacts(record) });
    return sealed.ok ? ok({ records: [untyped(sealed.value), untyped(made.value)], answer: { sealing: made.value.id } }) : sealed;
  };
}

export interface CustomerSigned {
  name: string;
  seal: boolean;
  signature: boolean;
  /** Scan of the signed page, '' when the paper alone is kept. */
  file: string;
  day: Day;
}

/** Refuses with NameMissing, DayInFuture. */
export function recordCustomerSignature(id: string, signed: CustomerSigned): Decide {
  return async (read, moment) => {
    if (signed.name.trim() === '') return refuse('NameMissing');
    if (signed.day > moment.today) return refuse('DayInFuture', { day: signed.day });
    return takeStep(contract, id, 'customerSigned', { data: { ...signed, name: signed.name.trim() } })(read, moment);
  };
}

/** Both sides signed: it binds from today, and each dated part of the plan becomes a task (PAY-07). Refuses with NotFound, or Blocked by G-15, G-16, G-19. */
export function putInForce(id: string): Decide {
  return async (read, moment) => {
    const record = await readContract(read, id);
    if (!record) return refuse('NotFound', { id });
    const facts = {
      'G-15': countersignFacts(record),
      'G-16': customerSignFacts(record),
      'G-19': await balanceFacts(read, record),
    };
    const signed = act(contract, record, 'effective', { day: moment.today }, moment, facts);
    if (!signed.ok) return signed;
    const tasks = await collectionTasks(read, signed.value, moment);
    return tasks.ok ? ok({ records: [untyped(signed.value), ...tasks.value], answer: null }) : tasks;
  };
}

/** Before it takes effect, or when a dispute ends it. Money on it goes back first. Refuses with NotFound, ReasonMissing, MoneyReceived. */
export function cancelContract(id: string, reason: string): Decide {
  return async (read, moment) => {
    const received = await read.balance(`received/${id}`);
    return received === 0 ? withReason(id, 'cancelled', reason)(read, moment) : refuse('MoneyReceived', { received });
  };
}

function withReason(id: string, step: string, reason: string): Decide {
  return async (read, moment) => {
    if (reason.trim() === '') return refuse('ReasonMissing');
    return takeStep(contract, id, step, { data: { reason: reason.trim() } })(read, moment);
  };
}
