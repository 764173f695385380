/** 购销合同 from an order: the twelve clauses a trading office uses, with what this order says in the places that vary. */
import { formatFen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { ContractContent } from '#shared/papers/content.ts';
import type { Company } from '../company/module.ts';
import { goodsColumns } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, fill, paperTexts, type PaperTexts } from '../paper-words.ts';
import { order, type Order } from './module.ts';
import { customerOf, goodsRows, moneyOf } from './paper.ts';

export const salesContract: PaperKind = {
  id: 'sales-contract',
  kind: order.kind,
  form: 'a4',
  forms: ['a4'],
  copyMode: 'plain',
  copies: [{ key: 'original', priced: true }],
  available: (record) => record.no !== '' && !['voided', 'returned'].includes(record.status),
  make: makeContract,
};

async function makeContract(read: Reader, record: AnyRecord, context: PaperContext): Promise<ContractContent> {
  const sale = order.read(record);
  const { body } = sale;
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.contract;
  const file = await customerOf(read, record.party);
  const { receipts } = await moneyOf(read, sale);
  const deposit = receipts.filter((paid) => paid.type === 'deposit').reduce((sum, paid) => sum + paid.amount, 0);
  const clause = (part: { heading: string; text: string }) => ({ heading: part.heading, paragraphs: [part.text] });
  return {
    template: 'contract',
    ...frameOf('sales-contract', salesContract.copies, record, context),
    stamp: record.status === 'checked' ? words.stamps.draft : '',
    place: { label: labels.place, value: context.branchAddress || context.branch },
    signed: { label: labels.signed, value: dayText(language, record.day) },
    parties: [
      { label: labels.buyer, value: body.customerName },
      { label: labels.seller, value: context.details.name || context.company },
    ],
    preamble: labels.preamble,
    clauses: [
      { heading: labels.goods.heading, paragraphs: [labels.goods.text], table: tableOf(body, context, words) },
      clause(labels.quality),
      clause(labels.packing),
      { heading: labels.delivery.heading, paragraphs: [deliveryText(body, context, words)] },
      clause({ heading: labels.transport.heading, text: body.class === 'delivery' ? labels.transport.dispatch : labels.transport.collect }),
      clause(labels.inspection),
      { heading: labels.payment.heading, paragraphs: paymentTexts(body, deposit, context, words) },
      clause(labels.breach),
      clause(labels.force),
      clause(labels.secrecy),
      clause(labels.disputes),
      { heading: labels.other.heading, paragraphs: [fill(labels.other.text, { notes: body.notes || words.none })] },
    ],
    closing: labels.closing,
    signatories: [
      {
        title: labels.buyer,
        lines: partyLines(words, { name: body.customerName, address: file?.address || body.address, phone: file?.phone || body.phone }),
      },
      {
        title: labels.seller,
        lines: partyLines(words, {
          ...context.details,
          name: context.details.name || context.company,
          address: context.details.address || context.branchAddress,
          phone: context.details.phone || context.branchPhone,
        }),
      },
    ],
  };
}

function tableOf(body: Order, context: PaperContext, words: PaperTexts): NonNullable<ContractContent['clauses'][number]['table']> {
  const { language } = context;
  return {
    columns: goodsColumns(language, ['index', 'name', 'spec', 'unit', 'quantity', 'price', 'amount']),
    rows: goodsRows(body, words),
    totals: [
      ...(body.discount > 0 ? [{ label: words.contract.discountLine, value: formatFen(-body.discount) }] : []),
      { label: words.inWords, value: amountInWords(language, body.total) },
      { label: words.contract.amountLower, value: amountText(language, body.total) },
    ],
  };
}

function deliveryText(body: Order, context: PaperContext, words: PaperTexts): string {
  const { delivery } = words.contract;
  const when = body.deliverOn === '' ? delivery.atOnce : fill(delivery.byDay, { day: dayText(context.language, body.deliverOn) });
  return body.class === 'delivery'
    ? fill(delivery.dispatch, { when, where: body.address || delivery.namedPlace })
    : fill(delivery.collect, { when, where: context.branchAddress || delivery.sellerPlace });
}

function paymentTexts(body: Order, deposit: number, context: PaperContext, words: PaperTexts): string[] {
  const { payment } = words.contract;
  const { language } = context;
  const credit = (body.class === 'account' || body.class === 'delivery') && body.creditDays > 0;
  return [
    ...(deposit > 0 ? [fill(payment.deposit, { amount: amountText(language, deposit), words: amountInWords(language, deposit) })] : []),
    credit ? fill(payment.account, { days: body.creditDays }) : payment.cash,
    payment.invoice,
  ];
}

/** One side's column of the signature block. */
export function partyLines(
  words: PaperTexts,
  known: Partial<Company> & { name: string; address: string; phone: string },
): ContractContent['signatories'][number]['lines'] {
  const labels = words.contract.party;
  return [
    { label: labels.name, value: known.name },
    { label: labels.address, value: known.address },
    { label: labels.legal, value: known.legal ?? '' },
    { label: labels.agent, value: '' },
    { label: labels.phone, value: known.phone },
    { label: labels.bank, value: known.bank ?? '' },
    { label: labels.account, value: known.account ?? '' },
    { label: labels.tax, value: known.tax ?? '' },
    { label: labels.date, value: labels.dateBlank },
  ];
}
