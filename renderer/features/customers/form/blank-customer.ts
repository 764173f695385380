import type { Customer } from '#shared/modules/customer/module.ts';

/** A file with nothing in it yet. */
export const blankCustomer: Customer = {
  type: 'organisation',
  name: '',
  contact: '',
  phone: '',
  otherPhone: '',
  address: '',
  industry: '',
  size: '',
  web: '',
  class: 'ordinary',
  level: '',
  birthday: '',
  interests: '',
  creditLimit: 0,
  creditDays: 0,
  notes: '',
};
