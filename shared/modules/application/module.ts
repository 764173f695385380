import { z } from 'zod';
import { approvalSteps } from '#shared/documents/approve.ts';
import { defineModule } from '#shared/documents/module.ts';
import { terms, termsFields, termsLineFields, titleOfTerms } from '../contract/terms.ts';
import { text } from '../fields.ts';

const schema = z.strictObject({
  ...terms,
  /** What the customer means to order, as the salesperson heard it (S5.6). */
  intention: text(500),
});

export type Application = z.infer<typeof schema>;

const business = ['salesperson', 'manager'] as const;

const approval = approvalSteps(
  // From 'approved' again when it was changed since.
  { from: ['drafted', 'returned', 'approved'], waiting: 'submitted', approved: 'approved', back: 'returned', refused: 'refused' },
  business,
);

/**
 * 合同申报单 (CON-01): before every contract, signed along the chain of the authority matrix. The one form is sent back, corrected and
 * submitted again any number of times; what was approved is bound to the last correction.
 */
export const application = defineModule<Application>({
  kind: 'application',
  numberType: 'SB',
  v: 1,
  schema,
  editable: true,
  makers: business,
  lifecycle: {
    initial: 'drafted',
    steps: {
      ...approval,
      submitted: { ...approval.submitted, gates: ['G-01', 'G-02', 'G-05', 'G-12'] },
      /** A contract was drawn up from it. data: contract */
      used: { from: ['approved'], to: 'used', by: business },
      /** The customer will not buy after all. data: reason */
      withdrawn: { from: ['drafted', 'returned', 'approved'], to: 'withdrawn', by: business },
      printed: {
        from: ['drafted', 'submitted', 'returned', 'approved', 'used', 'refused', 'withdrawn'],
        by: ['salesperson', 'manager', 'dgmSales', 'dgmFinance', 'gm', 'finance'],
      },
    },
  },
  describe: (body) => ({ title: titleOfTerms(body), amount: body.total }),
  searchTexts: (body) => [body.customerName, body.phone],
  fields: { ...termsFields, intention: 'long' },
  lineFields: termsLineFields,
  tones: { drafted: 'neutral', submitted: 'warn', returned: 'bad', approved: 'good', used: 'good', refused: 'bad', withdrawn: 'neutral' },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});
