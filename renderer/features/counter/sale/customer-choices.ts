import type { Book } from '#renderer/book/book.ts';
import { findCustomers } from '#renderer/desk/find-customers.ts';
import type { Choice } from '#renderer/ui/RecordPicker.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import type { SaleDraft } from './sale-draft.ts';

export type SaleCustomer = SaleDraft['customer'];

/** What the slip takes over from a customer's file. */
export function saleCustomerOf(record: DocumentRecord<Customer>): SaleCustomer {
  const { name, phone, address } = record.body;
  return { id: record.id, name, phone, address };
}

/** A name on the slip and nothing else: a walk-in who leaves no file behind. */
export function walkInCalled(name: string): SaleCustomer {
  return { id: '', name, phone: '', address: '' };
}

/** A customer and the days he usually has to pay. */
export interface FoundCustomer {
  customer: SaleCustomer;
  creditDays: number;
}

function toChoice(record: DocumentRecord<Customer>): Choice<FoundCustomer> {
  const { name, contact, phone, creditDays } = record.body;
  const detail = [contact, phone].filter(Boolean).join(' · ') || record.no;
  return { key: record.id, label: name, detail, data: { customer: saleCustomerOf(record), creditDays } };
}

/** Customers by name, pinyin or phone; with no text the newest files. */
export async function searchCustomers(book: Book, text: string): Promise<Choice<FoundCustomer>[]> {
  return (await findCustomers(book, text)).map(toChoice);
}
