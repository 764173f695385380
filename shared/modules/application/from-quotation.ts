import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Customer } from '../customer/module.ts';
import type { Quotation } from '../quotation/module.ts';
import type { ApplicationForm } from './rules.ts';

/** The form filled in from what the customer accepted: the lines as quoted, the whole as one balance until the plan is agreed. */
export function formFromQuotation(quoted: DocumentRecord<Quotation>, file: Pick<Customer, 'type'>): ApplicationForm {
  const { body } = quoted;
  return {
    customerName: body.customerName,
    customerType: file.type,
    contact: body.contact,
    phone: body.phone,
    address: body.address,
    quotation: quoted.id,
    productGroup: '',
    lines: body.lines,
    discount: body.discount,
    plan: [{ kind: 'balance', due: '', amount: body.total }],
    payment: body.payment,
    deliverOn: body.deliverOn,
    deliverTo: body.deliverTo,
    needsService: false,
    notes: body.notes,
    intention: body.need,
  };
}
