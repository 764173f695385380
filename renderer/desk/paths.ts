import type { AnyRecord } from '#shared/documents/record.ts';

/** Kinds with a page of their own; every other kind is shown by the general document page. */
const ownPages: Readonly<Record<string, string>> = {
  customer: '/customers',
  order: '/orders',
  dispatch: '/dispatches',
  visit: '/visits',
  product: '/products',
  return: '/returns',
  inbound: '/inbound',
  handover: '/handovers',
  pickup: '/pickups',
  receipt: '/receipts',
  quotation: '/quotations',
  policy: '/policies',
  application: '/applications',
  contract: '/contracts',
  credit: '/credits',
  invoice: '/invoices',
  interest: '/interest',
  dunning: '/dunning',
  statement: '/statements',
  commission: '/commissions',
  closing: '/closings',
  cashday: '/cash-days',
  request: '/requests',
  expense: '/expenses',
  trip: '/trips',
};

/** Where a document is shown. */
export function pathOf({ kind, id }: Pick<AnyRecord, 'kind' | 'id'>): `/${string}` {
  const own = ownPages[kind];
  return own === undefined ? `/documents/${kind}/${id}` : `${own as '/x'}/${id}`;
}
