/** 拿货单 (S8.37–S8.40): sales-slip number and customer stand on it; one part draws the float, one goes to the distribution centre. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { lineAmount } from '#shared/core/money.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { filled, goodsColumns, goodsRow } from '../paper-goods.ts';
import { everyForm, frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, paperTexts } from '../paper-words.ts';
import { supplier } from '../supplier/module.ts';
import { pickup } from './module.ts';

export const pickUpSlip: PaperKind = {
  id: 'pick-up-slip',
  kind: pickup.kind,
  form: '241x140',
  forms: everyForm,
  copyMode: 'carbonless',
  copies: [
    { key: 'cashier', priced: true },
    { key: 'centre', priced: true },
  ],
  available: () => true,
  make: makePickUpSlip,
};

async function makePickUpSlip(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = pickup.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.pickup;
  const found = record.party === '' ? null : await read.get(record.party);
  const phone = found?.kind === supplier.kind ? supplier.read(found).body.phone : '';
  const recorded = record.events.some((event) => event.type === 'recorded');
  return {
    template: 'slip',
    ...frameOf('pick-up-slip', pickUpSlip.copies, record, context),
    stamp: record.status === 'cancelled' ? words.stamps.void : '',
    head: filled([
      { label: labels.supplier, value: body.supplierName, wide: body.supplierName.length > 14 },
      { label: labels.supplierPhone, value: phone },
      { label: labels.order, value: body.orderNo },
      { label: labels.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: labels.fetchedBy, value: context.maker(record.owner) },
      { label: labels.recorded, value: recorded ? labels.recordedYes : labels.recordedNo },
      { label: words.order.remarks, value: body.notes, wide: true },
    ]),
    columns: goodsColumns(language, ['index', 'code', 'name', 'spec', 'unit', 'quantity', 'cost', 'amount', 'remark']),
    rows: body.lines.map((item) => goodsRow(item, { cost: item.cost, amount: lineAmount(item.cost, item.quantity) })),
    priceColumns: ['cost', 'amount'],
    totals: [
      { label: words.inWords, value: amountInWords(language, body.cost), wide: true, strong: true, price: true },
      { label: labels.total, value: amountText(language, body.cost), strong: true, price: true },
    ],
    red: false,
    notes: [labels.note],
    signatures: [labels.signs.fetched, labels.signs.supplier, labels.signs.cashier, labels.signs.keeper],
    seal: '',
  };
}
