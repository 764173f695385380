import type { DocumentRecord } from '#shared/documents/record.ts';
import { nameKey } from '#shared/modules/customer/facts.ts';
import { phoneDigits } from '#shared/modules/customer/phone.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import type { Book } from '../book/book.ts';
import type { Choice } from '../ui/RecordPicker.tsx';

/** Files that stand for nobody any more. */
const gone = ['merged', 'withdrawn'];
const SHOWN = 8;

/** Customers by name, pinyin, number or phone digits, best match first; the newest files when nothing is typed. */
export async function findCustomers(book: Book, text: string, limit = SHOWN): Promise<DocumentRecord<Customer>[]> {
  if (text.trim() === '') {
    const { rows } = await book.list({ kind: customer.kind, limit });
    return rows.filter((row) => !gone.includes(row.status)).map(customer.read);
  }
  const hits = book.search({ text, kinds: [customer.kind], without: gone, limit });
  const records = await book.getMany(hits.map((hit) => hit.id));
  return hits.flatMap((hit) => {
    const record = records.get(hit.id);
    return record ? [customer.read(record)] : [];
  });
}

/** The same for a `RecordPicker`. */
export function customerChoice(record: DocumentRecord<Customer>): Choice<DocumentRecord<Customer>> {
  const { name, contact, phone } = record.body;
  return { key: record.id, label: name, detail: [contact, phone].filter(Boolean).join(' · ') || record.no, data: record };
}

/** Files that the search finds for the same name or phone, for the rules to judge whether they are one customer (CRM-12). */
export function doubleCandidates(book: Book, body: Pick<Customer, 'name' | 'phone' | 'otherPhone'>): string[] {
  const phones = [body.phone, body.otherPhone].map(phoneDigits).filter((digits) => digits.length >= 7);
  const names = [body.name.trim(), nameKey(body.name)].filter((name) => name.length >= 2);
  const hits = [...phones, ...names].flatMap((text) => book.search({ text, kinds: [customer.kind], without: gone, limit: 20 }));
  return [...new Set(hits.map((hit) => hit.id))];
}
