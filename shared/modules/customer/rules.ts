/** Use cases of the customer file (CRM-01…05, CRM-12, RCP-09). */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, editRecord, untyped } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { holdsAny, type Role } from '#shared/policy/roles.ts';
import { contact, type Contact } from '../contact/module.ts';
import { task } from '../task/module.ts';
import { likelySame } from './facts.ts';
import { customer, type Customer } from './module.ts';

export interface Double {
  id: string;
  no: string;
  name: string;
  by: 'phone' | 'name';
}

/** Which of the candidates (found by the page's search for name and phone) are likely the same customer; never walks the book. */
export async function findDoubles(
  read: Reader,
  body: Pick<Customer, 'name' | 'phone' | 'otherPhone'>,
  candidates: readonly string[],
  self = '',
): Promise<Double[]> {
  const found = await read.getMany(candidates.filter((id) => id !== self));
  return [...found.values()].flatMap((row) => {
    if (row.kind !== customer.kind || row.status === 'merged' || row.status === 'withdrawn') return [];
    const other = customer.read(row);
    const by = likelySame(body, other.body);
    return by ? [{ id: other.id, no: other.no, name: other.body.name, by }] : [];
  });
}

export interface CustomerInput {
  /** '' for a new file. */
  id: string;
  body: Customer;
  /** Ids the search found for name and phone. */
  candidates: readonly string[];
  /** The person has seen the likely doubles and says it is another customer. */
  confirmed?: boolean;
  /** Whose customer it is; the maker when left out. */
  owner?: string;
  /** Visit it came from. */
  source?: string;
}

/**
 * New or changed file; the credit limit is set by finance or the manager.
 * Refuses with NameMissing, NotFound, CustomerIsMerged, PostMayNot, or LikelyDouble { count, names, by, id }.
 */
export function saveCustomer(input: CustomerInput): Decide<{ customer: string }> {
  return async (read, moment) => {
    const { id, body } = input;
    if (body.name.trim() === '') return refuse('NameMissing');
    if (input.confirmed !== true) {
      const doubles = await findDoubles(read, body, input.candidates, id);
      const first = doubles[0];
      if (first)
        return refuse('LikelyDouble', {
          count: doubles.length,
          names: doubles.map(({ name }) => name).join('、'),
          by: first.by,
          id: first.id,
        });
    }
    const record = await readAs(read, customer, id);
    if (id !== '' && !record) return refuse('NotFound', { id });
    if (record?.status === 'merged') return refuse('CustomerIsMerged', { name: record.body.name });
    if (body.creditLimit !== (record?.body.creditLimit ?? 0) && !holdsAny(moment.actor, creditors)) {
      return refuse('PostMayNot', { posts: creditors.join(',') });
    }
    if (!record) {
      const made = commitNew(customer, body, moment, { owner: input.owner || moment.actor.id, source: input.source ?? '' });
      return made.ok ? ok({ records: [untyped(made.value)], answer: { customer: made.value.id } }) : made;
    }
    const edited = editRecord(customer, record, body, moment);
    if (!edited.ok) return edited;
    return ok({ records: edited.value === record ? [] : [untyped(edited.value)], answer: { customer: id } });
  };
}

/** Who may set a credit limit. */
const creditors: readonly Role[] = ['finance', 'manager'];

/** The file was gone through and is right (CRM-04). */
export function reviewCustomer(id: string): Decide {
  return takeStep(customer, id, 'reviewed');
}

/** Put to rest; wakes up with the next order. */
export function restCustomer(id: string, reason: string): Decide {
  return takeStep(customer, id, 'rested', { data: { reason: reason.trim() } });
}

export function wakeCustomer(id: string): Decide {
  return takeStep(customer, id, 'woken');
}

/**
 * Two files of one customer become one (CRM-12): `keep` takes over what it lacks, papers and debts of `drop` are found under `keep`.
 * Refuses with NotFound, SameFile, CustomerIsMerged.
 */
export function mergeCustomers(keep: string, drop: string): Decide {
  return async (read, moment) => {
    const stays = await readAs(read, customer, keep);
    const goes = await readAs(read, customer, drop);
    if (!stays || !goes) return refuse('NotFound', { id: stays ? drop : keep });
    if (keep === drop) return refuse('SameFile');
    if (stays.status === 'merged') return refuse('CustomerIsMerged', { name: stays.body.name });
    const edited = editRecord(customer, stays, filledFrom(stays.body, goes.body), moment);
    if (!edited.ok) return edited;
    const absorbed = act(customer, edited.value, 'absorbed', { from: drop }, moment);
    if (!absorbed.ok) return absorbed;
    const merged = act(customer, goes, 'merged', { into: keep }, moment);
    return merged.ok ? ok({ records: [untyped(absorbed.value), untyped(merged.value)], answer: null }) : merged;
  };
}

/** Empty texts of `a` from `b`; another phone number is kept as the second one. Money terms stay as they are. */
function filledFrom(a: Customer, b: Customer): Customer {
  const filled = Object.fromEntries(
    Object.entries(a).map(([field, value]) => [field, value === '' ? (b[field as keyof Customer] ?? value) : value]),
  ) as Customer;
  return filled.otherPhone === '' && b.phone !== '' && b.phone !== filled.phone ? { ...filled, otherPhone: b.phone } : filled;
}

export interface ContactInput {
  customer: string;
  body: Contact;
  /** New level on the reception card; unchanged when left out. */
  level?: Customer['level'];
  /** What the next contact is about; what was said when left out. */
  task?: string;
}

/** A line on the customer's card (RCP-09): the contact, the level it led to, the next contact as a task. Refuses with TextMissing, DayIsPast. */
export function recordContact(input: ContactInput): Decide<{ contact: string; task: string | null }> {
  return async (read, moment) => {
    const file = await readAs(read, customer, input.customer);
    if (!file) return refuse('NotFound', { id: input.customer });
    if (input.body.said.trim() === '') return refuse('TextMissing');
    if (input.body.next !== '' && input.body.next < moment.today) return refuse('DayIsPast', { day: input.body.next });
    const made = commitNew(contact, input.body, moment, { party: file.id });
    if (!made.ok) return made;
    const records = [untyped(made.value)];
    if (input.level !== undefined && input.level !== file.body.level) {
      const edited = editRecord(customer, file, { ...file.body, level: input.level }, moment);
      if (!edited.ok) return edited;
      records.push(untyped(edited.value));
    }
    if (input.body.next === '') return ok({ records, answer: { contact: made.value.id, task: null } });
    const next = nextTask(input.body.next, input.task?.trim() || input.body.said, file.body.phone);
    const todo = commitNew(task, next, moment, { party: file.id, source: made.value.id });
    if (!todo.ok) return todo;
    return ok({ records: [...records, untyped(todo.value)], answer: { contact: made.value.id, task: todo.value.id } });
  };
}

function nextTask(due: Day, text: string, phone: string) {
  return { type: 'follow-up' as const, due, text: text.slice(0, 300), phone };
}
