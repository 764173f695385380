import { daysBetween, dayOf, type Day } from '#shared/core/calendar.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { readAs } from '#shared/documents/step.ts';
import type { Facts, Parameters } from '#shared/policy/gate.ts';
import { threshold } from '#shared/policy/parameters.ts';
import { customer, type Customer } from './module.ts';
import { phonesOf } from './phone.ts';

/** Mandatory items of the file (G-05): customer.required_fields. */
export const requiredItems = ['name', 'address', 'contact', 'phone', 'industry', 'class'] as const;

/** What G-05 reads: each item present or not. A private person is his own contact and has no industry. */
export function fileFacts(body: Customer): Facts {
  const person = body.type === 'person';
  return {
    name: body.name !== '',
    address: body.address !== '',
    contact: person || body.contact !== '',
    phone: body.phone !== '',
    industry: person || body.industry !== '',
    class: true,
  };
}

/** Share of the mandatory and useful items that are filled, 0–100 (CRM-05). */
export function completeness(body: Customer): { percent: number; missing: string[] } {
  const facts = fileFacts(body);
  const missing = requiredItems.filter((item) => facts[item] !== true);
  return { percent: Math.round(((requiredItems.length - missing.length) / requiredItems.length) * 100), missing };
}

/** The day the file was last made, changed or gone through, and by how many days its class's interval is over (CRM-03, CRM-04). */
export function reviewDue(
  record: DocumentRecord<Customer>,
  today: Day,
  offsetMinutes: number,
  parameters: Parameters,
): { last: Day; overdueDays: number } {
  const last = record.events.findLast((event) => ['committed', 'edited', 'reviewed'].includes(event.type));
  const day = last ? dayOf(hlcMilliseconds(last.id), offsetMinutes) : record.day;
  const interval = threshold(parameters, `customer.review_days_${record.body.class}`);
  return { last: day, overdueDays: daysBetween(day, today) - interval };
}

/** The same name without company endings, spaces and brackets. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()·.,，。]/g, '')
    .replace(/(有限责任公司|股份有限公司|有限公司|公司|co\.?,?ltd\.?|ltd\.?|inc\.?)$/g, '');
}

/** Whether two files may be one customer: same phone, or same name without endings (CRM-12). */
export function likelySame(
  a: Pick<Customer, 'name' | 'phone' | 'otherPhone'>,
  b: Pick<Customer, 'name' | 'phone' | 'otherPhone'>,
): 'phone' | 'name' | null {
  const phones = new Set(phonesOf(a));
  if (phonesOf(b).some((digits) => phones.has(digits))) return 'phone';
  const key = nameKey(a.name);
  return key.length >= 2 && key === nameKey(b.name) ? 'name' : null;
}

/** A customer's own id and those of the files merged into it, so that old papers are found too. */
export async function partyIds(read: Reader, id: string): Promise<string[]> {
  const ids = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (ids.has(next)) continue;
    ids.add(next);
    const record = await readAs(read, customer, next);
    for (const event of record?.events ?? []) {
      if (event.type === 'absorbed' && typeof event.data.from === 'string') open.push(event.data.from);
    }
  }
  return [...ids];
}
