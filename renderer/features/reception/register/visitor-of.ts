import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Customer } from '#shared/modules/customer/module.ts';

/** Who probably stands at the door when a customer of this file came: the person, not the company. */
export function visitorOf({ body }: DocumentRecord<Customer>): string {
  return body.type === 'organisation' ? body.contact || body.name : body.name;
}
