/** 销售退货单 (ORD-09): a red slip; quantities and amounts are negative. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { filled, goodsColumns, goodsRow, withPieces } from '../paper-goods.ts';
import { everyForm, frameOf, titleOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, paperTexts, type PaperTexts } from '../paper-words.ts';
import { conditionOf, returnSlip } from './module.ts';

export const returnPaper: PaperKind = {
  id: 'return-slip',
  kind: returnSlip.kind,
  form: '241x140',
  forms: everyForm,
  copyMode: 'carbonless',
  copies: [
    { key: 'customer', priced: true },
    { key: 'finance', priced: true },
    { key: 'warehouse', priced: true },
  ],
  available: () => true,
  make: makeReturnSlip,
};

async function makeReturnSlip(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = returnSlip.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.returns;
  const approved = record.events.find((event) => event.type === 'approved');
  return {
    template: 'slip',
    ...frameOf('return-slip', returnPaper.copies, record, context),
    stamp: stampOf(record.status, words),
    head: filled([
      { label: labels.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: labels.order, value: body.orderNo },
      { label: labels.seller, value: context.maker(body.seller) },
      { label: labels.condition, value: labels[conditionOf({ events: record.events, body })] },
      { label: labels.warehouse, value: await titleOf(read, body.location) },
      { label: labels.approved, value: approved ? context.maker(approved.by) : '' },
      { label: labels.reason, value: body.reason, wide: true },
    ]),
    columns: goodsColumns(language, ['index', 'code', 'name', 'spec', 'unit', 'quantity', 'price', 'amount', 'remark']),
    rows: withPieces(
      body.lines.map((item) => goodsRow(item, { price: item.price, amount: item.value }, -1)),
      (index) => body.lines[index]?.serials ?? [],
      language,
    ),
    priceColumns: ['price', 'amount'],
    totals: [
      { label: words.inWords, value: amountInWords(language, -body.total), wide: true, strong: true, price: true },
      { label: labels.total, value: amountText(language, body.total), strong: true, price: true },
    ],
    red: true,
    notes: [],
    signatures: [labels.signs.customer, labels.signs.approved, labels.signs.keeper, labels.signs.cashier],
    seal: '',
  };
}

function stampOf(status: string, words: PaperTexts): string {
  if (status === 'asked') return words.stamps.notReleased;
  return status === 'refused' ? words.stamps.refused : '';
}
