/** 报价单: the offer as the customer gets it (QPA-02, QPA-09). What is still to be approved says so. */
import { formatFen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import { filled, goodsColumns, goodsRow } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, fill, paperTexts, type PaperTexts } from '../paper-words.ts';
import { concessionOf } from './concession.ts';
import { quotation } from './module.ts';

export const quotationPaper: PaperKind = {
  id: 'quotation',
  kind: quotation.kind,
  form: 'a4',
  forms: ['a4', 'a5', '241x140'],
  copyMode: 'plain',
  copies: [
    { key: 'customer', priced: true },
    { key: 'file', priced: true },
  ],
  available: () => true,
  make: makeQuotation,
};

async function makeQuotation(_read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = quotation.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.quotation;
  const approval = approvalOf(record);
  const signers = approval?.state === 'approved' ? approval.signatures.map(({ by }) => context.maker(by)) : [];
  const saved = concessionOf(body).amount;
  return {
    template: 'slip',
    ...frameOf('quotation', quotationPaper.copies, record, context),
    stamp: stampOf(record.status, words),
    head: filled([
      { label: labels.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: labels.contact, value: body.contact },
      { label: labels.phone, value: body.phone },
      { label: labels.address, value: body.address, wide: true },
      { label: labels.revision, value: fill(labels.revisionNo, { revision: body.revision }) },
      { label: labels.validUntil, value: dayText(language, body.validUntil) },
      { label: labels.seller, value: context.maker(record.owner) },
      { label: labels.payment, value: paymentOf(body, labels), wide: true },
      {
        label: labels.delivery,
        value: joined(dayText(language, body.deliverOn), body.deliverTo) || labels.byAgreement,
        wide: true,
      },
      { label: labels.approved, value: joined(...signers) },
      { label: labels.remarks, value: body.notes, wide: true },
    ]),
    columns: goodsColumns(language, ['index', 'code', 'name', 'spec', 'unit', 'quantity', 'price', 'amount', 'remark']),
    rows: body.lines.map((item) => goodsRow(item, { price: item.price, amount: item.amount, remark: item.gift ? words.gift : '' })),
    priceColumns: ['price', 'amount'],
    totals: [
      { label: words.inWords, value: amountInWords(language, body.total), wide: true, strong: true, price: true },
      { label: words.total, value: amountText(language, body.total), strong: true, price: true },
      ...(body.discount > 0 ? [{ label: words.discount, value: formatFen(-body.discount), price: true }] : []),
      ...(saved > 0 ? [{ label: labels.saved, value: formatFen(saved), price: true }] : []),
    ],
    red: false,
    notes: [
      fill(labels.holds, { day: dayText(language, body.validUntil) }),
      ...(body.reminder === '' ? [] : [body.reminder]),
      fill(words.order.shop, { address: context.branchAddress, phone: context.branchPhone }),
    ],
    signatures: [labels.signs.made, labels.signs.approved, labels.signs.customer],
    seal: labels.seal,
  };
}

function paymentOf(body: { payment: string; creditDays: number }, labels: PaperTexts['quotation']): string {
  const days = body.creditDays > 0 ? fill(labels.creditDays, { days: body.creditDays }) : '';
  return [body.payment, days].filter((part) => part !== '').join(labels.and) || labels.byAgreement;
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function stampOf(status: string, words: PaperTexts): string {
  if (status === 'draft' || status === 'returned') return words.stamps.draft;
  if (status === 'submitted') return words.stamps.notApproved;
  if (status === 'refused') return words.stamps.refused;
  return status === 'replaced' || status === 'expired' ? words.stamps.void : '';
}
