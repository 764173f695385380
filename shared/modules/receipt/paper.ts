/** 收款收据, 订金收据, 退款收据 (PAY-02, S12.26). */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import type { ReceiptContent } from '#shared/papers/content.ts';
import { contract } from '../contract/module.ts';
import { order, type Order } from '../order/module.ts';
import { everyForm, frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, fill, paperTexts, type PaperId, type PaperTexts } from '../paper-words.ts';
import { receipt, type Receipt } from './module.ts';
import { isEarnest, receiptReason } from './reason.ts';

export const receiptPaper = paperFor('receipt', ['payment']);
export const depositReceipt = paperFor('deposit-receipt', ['deposit']);
/** Money back: a refund, or a red receipt that takes back a wrong one. */
export const refundReceipt = paperFor('refund-receipt', ['refund', 'red']);

function paperFor(id: PaperId, types: readonly Receipt['type'][]): PaperKind {
  const copies: PaperKind['copies'] = [
    { key: 'file', priced: true },
    { key: id === 'refund-receipt' ? 'payee' : 'payer', priced: true },
    { key: 'accounts', priced: true },
  ];
  return {
    id,
    kind: receipt.kind,
    form: '241x93',
    forms: everyForm,
    copyMode: 'carbonless',
    copies,
    available: (record) => types.includes(receipt.read(record).body.type),
    make: (read, record, context) => makeReceipt(id, copies, read, record, context),
  };
}

async function makeReceipt(
  id: PaperId,
  copies: PaperKind['copies'],
  read: Reader,
  record: AnyRecord,
  context: PaperContext,
): Promise<ReceiptContent> {
  const { body } = receipt.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.receiptWords;
  const back = body.amount < 0;
  const earnest = isEarnest(body);
  const found = record.source === '' ? null : await read.get(record.source);
  const sale = found?.kind === order.kind ? order.read(found) : found?.kind === contract.kind ? contract.read(found) : null;
  const frame = frameOf(id, copies, record, context);
  return {
    template: 'receipt',
    ...frame,
    title: earnest ? words.earnestReceipt : body.type === 'red' ? words.titles.receipt : frame.title,
    stamp: record.status === 'reversed' ? words.stamps.reversed : '',
    payer: { label: back && body.type !== 'red' ? labels.payee : labels.payer, value: body.payer },
    reason: { label: back ? labels.cause : labels.reason, value: await reasonOf(read, body, context) },
    words: { label: words.receiptWords.inWords, value: amountInWords(language, body.amount) },
    amount: { label: words.total, value: amountText(language, body.amount) },
    method: { label: labels.method, value: methodOf(body, words, context) },
    remarks: [...bookedOn(body, sale, context), ...(body.remarks === '' ? [] : [{ label: labels.remarks, value: body.remarks }])],
    red: back,
    notes: [
      ...(body.type === 'deposit' ? [earnest ? labels.earnestNote : labels.depositNote] : []),
      body.type === 'refund' ? labels.refundNote : labels.invoiceNote,
    ],
    signatures: [labels.approved, labels.cashier, labels.handled, back ? labels.payeeSign : labels.payerSign],
    seal: labels.seal,
  };
}

async function reasonOf(read: Reader, body: Receipt, { language }: PaperContext): Promise<string> {
  if (body.type !== 'red') return receiptReason(body, language);
  return fill(paperTexts(language).receiptWords.red, { no: (await read.get(body.reverses))?.no ?? body.reason });
}

/** The order and its total; of several papers each with its part, as many as the form has room for. */
function bookedOn(body: Receipt, sale: DocumentRecord<Pick<Order, 'total'>> | null, context: PaperContext): Labelled[] {
  const { language } = context;
  const labels = paperTexts(language).receiptWords;
  if (body.parts.length === 1) {
    return sale
      ? [
          {
            label: sale.kind === contract.kind ? paperTexts(language).money.contract : labels.order,
            value: fill(labels.orderTotal, { no: sale.no, amount: amountText(language, sale.body.total) }),
          },
        ]
      : [];
  }
  const parts = body.parts.map(({ no, amount }) => fill(labels.part, { no, amount: amountText(language, amount) }));
  return [{ label: labels.order, value: parts.length > MOST_PARTS ? `${parts.slice(0, MOST_PARTS).join('、')}…` : parts.join('、') }];
}

const MOST_PARTS = 6;
type Labelled = ReceiptContent['remarks'][number];

function methodOf(body: Receipt, words: PaperTexts, context: PaperContext): string {
  if (body.method !== 'cash' || body.change === 0) return words.methods[body.method];
  const { language } = context;
  return fill(words.receiptWords.cash, { tendered: amountText(language, body.tendered), change: amountText(language, body.change) });
}
