/** 资料说明 (ORD-10, S12.26): what lies in the customer's envelope and what each paper is for. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { dispatch } from '../dispatch/module.ts';
import { filled } from '../paper-goods.ts';
import { everyForm, frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { paperTexts } from '../paper-words.ts';
import { receipt } from '../receipt/module.ts';
import { order } from './module.ts';

export const documentGuide: PaperKind = {
  id: 'document-guide',
  kind: order.kind,
  form: 'a5',
  forms: everyForm,
  copyMode: 'plain',
  copies: [
    { key: 'customer', priced: true },
    { key: 'file', priced: true },
  ],
  available: (record) => !['voided', 'returned'].includes(record.status),
  make: makeGuide,
};

async function makeGuide(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = order.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.guide;
  const receipts = await read.all({ kind: receipt.kind, source: record.id }, 50);
  const notes = await read.all({ kind: dispatch.kind, source: record.id }, 50);
  const taken = receipts.rows.map((row) => receipt.read(row)).filter((row) => row.status !== 'reversed' && row.body.amount > 0);
  const sent = notes.rows.filter((row) => !['returned', 'cancelled'].includes(row.status));
  const column = { align: 'left', type: 'text', summed: false } as const;
  return {
    template: 'slip',
    ...frameOf('document-guide', documentGuide.copies, record, context),
    head: filled([
      { label: labels.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: labels.order, value: record.no },
      { label: labels.seller, value: context.maker(record.owner) },
      { label: labels.phone, value: context.branchPhone },
    ]),
    columns: [
      { key: 'index', label: words.columns.index, width: 6, align: 'center', type: 'index', summed: false },
      { key: 'paper', label: words.columns.paper, width: 20, ...column },
      { key: 'number', label: words.columns.number, width: 26, ...column },
      { key: 'copies', label: words.columns.copies, width: 8, align: 'center', type: 'text', summed: false },
      { key: 'purpose', label: words.columns.purpose, width: 44, ...column },
    ],
    rows: [
      { paper: words.titles['sales-slip'], number: record.no, copies: '1', purpose: labels.purposes.order },
      ...(body.class === 'delivery' || body.class === 'account'
        ? [{ paper: words.titles['sales-contract'], number: record.no, copies: '2', purpose: labels.purposes.contract }]
        : []),
      ...taken.toReversed().map((row) => ({
        paper: words.titles[row.body.type === 'deposit' ? 'deposit-receipt' : 'receipt'],
        number: row.no,
        copies: '1',
        purpose: row.body.type === 'deposit' ? labels.purposes.deposit : labels.purposes.receipt,
      })),
      ...sent.toReversed().map((row) => ({
        paper: words.titles['dispatch-note'],
        number: row.no,
        copies: '1',
        purpose: labels.purposes.dispatch,
      })),
      { paper: words.titles['document-guide'], number: record.no, copies: '1', purpose: labels.purposes.guide },
    ],
    priceColumns: [],
    totals: [],
    red: false,
    notes: [labels.intro],
    signatures: [labels.signs.given, labels.signs.received],
    seal: '',
  };
}
