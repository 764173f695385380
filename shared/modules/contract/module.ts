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
const unsigned = ['drafted', 'explained', 'salesSigned', 'countersigned', 'sealed'];
const alive = [...unsigned, ...open, 'disputed'];

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
      /** Clause checklist (CON-03). data: each point, true when it was gone through */
      checked: { from: ['drafted'], by: business },
      /** Terms explained to the customer (CON-05), contract submitted for countersignature. data: name, day, file */
      explained: { from: ['drafted'], to: 'explained', by: business, gates: ['G-13', 'G-14'] },
      /** Head of sales. */
      salesSigned: { from: ['explained'], to: 'salesSigned', by: ['manager'], otherThan: ['committed', 'explained'], awaited: true },
      financeSigned: {
        from: ['salesSigned'],
        to: 'countersigned',
        by: ['finance', 'dgmFinance'],
        otherThan: ['committed', 'explained', 'salesSigned'],
        awaited: true,
      },
      /** A countersigner does not sign. data: reason. A corrected contract is drawn up from the same application. */
      returned: { from: ['explained', 'salesSigned'], to: 'returned', by: ['manager', 'finance', 'dgmFinance'], otherThan: ['committed'] },
      /** The contract seal, kept by the business section and never applied by a countersigner (CON-04). data: sealing, impressions, day */
      sealed: {
        from: ['countersigned'],
        to: 'sealed',
        by: business,
        otherThan: ['salesSigned', 'financeSigned'],
        gates: ['G-15'],
        awaited: true,
      },
      /** data: name, seal, signature, file, day */
      customerSigned: { from: ['countersigned', 'sealed'], by: business },
      /** data: day */
      effective: { from: ['sealed'], to: 'effective', by: business, gates: ['G-15', 'G-16', 'G-19'] },
      /** data: reason */
      cancelled: { from: [...unsigned, 'disputed'], to: 'cancelled', by: ['manager', 'dgmSales', 'gm'] },
      /** Signed scan and duplicate put away (CON-08). data: place, copies, file, day */
      archived: { from: [...open, 'closed'], by: [...business, 'finance'] },
      /** To the contract department (CON-10). data: to, note */
      handedOver: { from: open, by: business },
      acknowledged: {
        from: open,
        by: ['manager', 'planner', 'finance'],
        otherThan: ['handedOver'],
        awaited: true,
        after: 'handedOver',
      },
      /** Remark or exception agreed on the way (CON-09). data: text */
      noted: { from: alive, by: readers },
      /** Another day for the balance. data: due, reason */
      putOff: { from: open, by: ['manager', 'dgmSales', 'dgmFinance'] },
      /** The first paper under it: production notice, order, work order. data: kind, paper */
      performing: { from: ['effective'], to: 'performing', by: readers, gates: ['G-18', 'G-106'] },
      /** Goods and work are done, the balance is awaited. data: day */
      balanceDue: { from: ['performing'], to: 'balanceDue', by: ['salesperson', 'manager', 'finance'] },
      /** data: day */
      closed: { from: ['balanceDue'], to: 'closed', by: ['finance', 'dgmFinance', 'manager'], gates: ['G-95'] },
      /** data: reason */
      disputed: { from: open, to: 'disputed', by: ['manager', 'dgmSales', 'finance', 'dgmFinance', 'gm'] },
      /** data: reason */
      resumed: { from: ['disputed'], to: 'performing', by: ['dgmSales', 'dgmFinance', 'gm'] },
      printed: { from: [...alive, 'closed', 'returned', 'cancelled'], by: readers },
    },
  },
  describe: (body) => ({ title: titleOfTerms(body), amount: body.total }),
  searchTexts: (body) => [body.customerName, body.phone, body.applicationNo],
  // Two desks apart may each draw one up from the same application: then somebody decides which it is to be.
  claims: ({ body, status }) => (['returned', 'cancelled'].includes(status) ? [] : [{ key: `application:${body.application}` }]),
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
