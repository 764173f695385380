/** 优惠与赠品 as an attachment (ORD-05, S12.19–S12.21): every discount and gift of an order or contract, and who signed for it. */
import { formatFen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { approvalLines, signedBy } from './signed-on.ts';
import { contract } from './contract/module.ts';
import { shareText } from './contract/plan-paper.ts';
import type { Terms } from './contract/terms.ts';
import { order } from './order/module.ts';
import { concessionOf } from './quotation/concession.ts';
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
  available: (record) => concessionOf(contract.read(record).body).amount > 0,
  make: async (read, record, context) => {
    const form = await read.get(record.source);
    return attachment('contract-attachment', contract.read(record).body, record, context, form ? approvalLines(form, context) : []);
  },
};

export const orderAttachment: PaperKind = {
  ...common,
  id: 'order-attachment',
  kind: order.kind,
  available: (record) => concessionOf(order.read(record).body).amount > 0,
  make: async (read: Reader, record, context) => {
    const { body } = order.read(record);
    // Signed with the quotation it was sold from, or on the order itself.
    const quoted = body.quotation === undefined ? null : await read.get(body.quotation);
    const signed = signedBy(record, 'concessionSigned', context);
    return attachment('order-attachment', body, record, context, quoted ? approvalLines(quoted, context) : filledTexts(signed));
  },
};

function filledTexts(text: string): string[] {
  return text === '' ? [] : [text];
}

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
  const given = concessionOf(body);
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
      { key: 'policyPrice', label: words.columns.policyPrice, width: 12, ...money },
      { key: 'price', label: words.columns.price, width: 12, ...money },
      { key: 'concession', label: words.columns.concession, width: 13, ...money, summed: true },
      { key: 'remark', label: words.columns.remark, width: 9, align: 'left', type: 'text', summed: false },
    ],
    rows: given.items.flatMap(({ line, policyPrice, price, amount, kind }) => {
      const goods = body.lines[line];
      if (!goods) return [];
      const { name, spec, unit, quantity } = goods;
      return [{ name, spec, unit, quantity, policyPrice, price, concession: amount, remark: kind === 'gift' ? words.gift : '' }];
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
