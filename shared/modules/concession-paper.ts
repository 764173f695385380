/** 优惠与赠品 as an attachment (ORD-05, S12.19–S12.21): every discount and gift of an order or contract, and who signed for it. */
import { formatFen, lineAmount, type Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { approvalLines, signedBy } from './signed-on.ts';
import { contract } from './contract/module.ts';
import { shareText } from './contract/plan-paper.ts';
import { concessionOfTerms, type Terms } from './contract/terms.ts';
import { order } from './order/module.ts';
import { filled, goodsColumns } from './paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from './paper-kind.ts';
import { amountText, paperTexts } from './paper-words.ts';

const common = {
  form: 'a4',
  forms: ['a4', 'a5', '241x140'],
  copyMode: 'plain',
  copies: [
    { key: 'customer', priced: true },
    { key: 'business', priced: true },
  ],
} as const satisfies Partial<PaperKind>;

export const contractAttachment: PaperKind = {
  ...common,
  id: 'contract-attachment',
  kind: contract.kind,
  available: (record) => concessionOfTerms(contract.read(record).body).amount > 0,
  make: async (read, record, context) => {
    const form = await read.get(record.source);
    return attachment('contract-attachment', contract.read(record).body, record, context, form ? approvalLines(form, context) : []);
  },
};

export const orderAttachment: PaperKind = {
  ...common,
  id: 'order-attachment',
  kind: order.kind,
  available: (record) => concessionOfTerms(order.read(record).body).amount > 0,
  make: async (_read: Reader, record, context) => {
    const signed = signedBy(record, 'reviewed', context);
    return attachment('order-attachment', order.read(record).body, record, context, signed === '' ? [] : [signed]);
  },
};

type Body = Pick<Terms, 'customerName' | 'lines' | 'discount' | 'total'>;

function attachment(
  id: 'contract-attachment' | 'order-attachment',
  body: Body,
  record: AnyRecord,
  context: PaperContext,
  signed: readonly string[],
): SlipContent {
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.attachment;
  const given = concessionOfTerms(body);
  const money = { align: 'right', type: 'fen', summed: false } as const;
  return {
    template: 'slip',
    ...frameOf(id, common.copies, record, context),
    stamp: signed.length === 0 ? words.stamps.notSigned : '',
    head: filled([
      { label: labels.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: id === 'order-attachment' ? labels.order : labels.contract, value: record.no },
      { label: labels.seller, value: context.maker(record.owner) },
    ]),
    columns: [
      ...goodsColumns(language, ['index', 'name', 'spec', 'unit', 'quantity']),
      { key: 'listPrice', label: words.columns.listPrice, width: 12, ...money },
      { key: 'price', label: words.columns.price, width: 12, ...money },
      { key: 'concession', label: words.columns.concession, width: 13, ...money, summed: true },
      { key: 'remark', label: words.columns.remark, width: 9, align: 'left', type: 'text', summed: false },
    ],
    rows: body.lines.flatMap((line) => {
      const { name, spec, unit, quantity, listPrice, price, gift } = line;
      const concession = concessionOfLine(line);
      return concession <= 0 ? [] : [{ name, spec, unit, quantity, listPrice, price, concession, remark: gift ? words.gift : '' }];
    }),
    priceColumns: [],
    totals: [
      ...(body.discount > 0 ? [{ label: labels.discount, value: formatFen(body.discount) }] : []),
      { label: labels.total, value: amountText(language, given.amount), strong: true },
      { label: labels.share, value: shareText(given.share, 10_000) },
    ],
    red: false,
    notes: [labels.note, ...signed],
    signatures: [labels.signs.seller, labels.signs.supervisor, labels.signs.customer],
    seal: '',
  };
}

function concessionOfLine({ listPrice, quantity, amount }: Body['lines'][number]): Fen {
  return lineAmount(listPrice, quantity) - amount;
}
