import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { id, required, text } from '../fields.ts';
import { postings } from './postings.ts';
import { terms, termsFields, termsLineFields, titleOfTerms } from './terms.ts';

const schema = z.strictObject({
  ...terms,
  /** The approved application it was drawn up from (G-11). */
  application: id,
  applicationNo: text(40),
  /** Form of text it follows: sale of goods, or goods with on-site work. */
  template: z.enum(['goods', 'service']),
  /** Remarks printed in the contract: agreed balance date and exceptions (CON-09). */
  remarks: text(1000),
  place: required(200),
});

export type Contract = z.infer<typeof schema>;

const business = ['salesperson', 'manager'] as const;
const readers = ['salesperson', 'manager', 'finance', 'dgmSales', 'dgmFinance', 'gm', 'planner'] as const;
const open = ['effective', 'performing', 'balanceDue'];

/**
 * 合同 (CON-01…11), drawn up from an approved application, frozen once committed: what is signed is what was drawn up, and a correction is
 * a new contract from the same application. `source` is the application, `owner` the salesperson.
 */
export const contract = defineModule<Contract>({
  kind: 'contract',
  numberType: 'HT',
  v: 1,
  schema,
  makers: business,
  lifecycle: {
    initial: 'drafted',
    steps: {
      /** Clause checklist (CON-03). data: each clause and check, true when it was gone through */
      checked: { from: ['drafted'], by: business },
      /** Terms explained to the customer, contract submitted for countersignature. data: name, day, file */
      explained: { from: ['drafted'], to: 'explained', by: business },
      /** Head of sales. */
      salesSigned: { from: ['explained'], to: 'salesSigned', by: ['manager'], otherThan: ['committed', 'explained'] },
      financeSigned: {
        from: ['salesSigned'],
        to: 'countersigned',
        by: ['finance', 'dgmFinance'],
        otherThan: ['committed', 'explained', 'salesSigned'],
      },
      /** A countersigner does not sign. data: reason */
      returned: { from: ['explained', 'salesSigned'], to: 'returned', by: ['manager', 'finance', 'dgmFinance'] },
      /** The contract seal, kept by the business section and never by a countersigner. data: sealing, copies, day */
      sealed: { from: ['countersigned'], to: 'sealed', by: business, otherThan: ['salesSigned', 'financeSigned'] },
      /** The customer's copy signed. data: name, seal, signature, file, day */
      customerSigned: { from: ['countersigned', 'sealed'], by: business },
      /** data: day */
      effective: { from: ['sealed'], to: 'effective', by: business },
      /** data: reason */
      cancelled: {
        from: ['drafted', 'explained', 'salesSigned', 'countersigned', 'sealed', 'disputed'],
        to: 'cancelled',
        by: ['manager', 'dgmSales', 'gm'],
      },
      printed: {
        from: ['drafted', 'explained', 'salesSigned', 'countersigned', 'sealed', ...open, 'closed', 'returned', 'cancelled', 'disputed'],
        by: readers,
      },
      /** Work under it has begun: production notice, order or work order. data: by (document) */
      performing: { from: ['effective'], to: 'performing', by: [...readers, 'warehouse', 'technician'] },
      /** Goods and work are done, the balance is awaited. data: day */
      balanceDue: { from: ['performing'], to: 'balanceDue', by: ['salesperson', 'manager', 'finance'] },
      closed: { from: ['balanceDue', 'performing'], to: 'closed', by: ['finance', 'manager'] },
      /** data: reason */
      disputed: { from: open, to: 'disputed', by: ['manager', 'dgmSales', 'finance', 'dgmFinance', 'gm'] },
      /** A dispute is settled. data: reason */
      resumed: { from: ['disputed'], to: 'performing', by: ['dgmSales', 'dgmFinance', 'gm'] },
    },
  },
  describe: (body) => ({ title: titleOfTerms(body), amount: body.total }),
  searchTexts: (body) => [body.customerName, body.phone, body.applicationNo],
  postings,
  fields: { ...termsFields, application: 'document', applicationNo: 'text', template: 'choice', remarks: 'long', place: 'text' },
  lineFields: termsLineFields,
  tones: {
    drafted: 'warn',
    explained: 'warn',
    salesSigned: 'warn',
    countersigned: 'info',
    sealed: 'info',
    effective: 'good',
    performing: 'info',
    balanceDue: 'warn',
    closed: 'good',
    returned: 'bad',
    cancelled: 'neutral',
    disputed: 'bad',
  },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});

/** Whether a contract of this status binds: signed by both sides and neither closed nor given up. */
export function isInForce(status: string): boolean {
  return open.includes(status);
}
