/** 采购备用金单 (STK-05, SHP-03): one movement of the purchasing float, on a voucher of its own. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { ReceiptContent } from '#shared/papers/content.ts';
import { everyForm, frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, fill, paperTexts } from '../paper-words.ts';
import { float } from './module.ts';

export const floatVoucher: PaperKind = {
  id: 'float-voucher',
  kind: float.kind,
  form: '241x93',
  forms: everyForm,
  copyMode: 'carbonless',
  copies: [
    { key: 'cashier', priced: true },
    { key: 'finance', priced: true },
  ],
  available: () => true,
  make: makeFloatVoucher,
};

async function makeFloatVoucher(read: Reader, record: AnyRecord, context: PaperContext): Promise<ReceiptContent> {
  const { body } = float.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.float;
  const slip = body.pickup === '' ? null : await read.get(body.pickup);
  const comesIn = body.type === 'open' || body.type === 'settle';
  return {
    template: 'receipt',
    ...frameOf('float-voucher', floatVoucher.copies, record, context),
    payer: { label: comesIn ? labels.in : labels.out, value: body.person },
    reason: { label: labels.for, value: fill(labels[body.type], { no: slip?.no ?? '' }) },
    words: { label: words.receiptWords.inWords, value: amountInWords(language, body.amount) },
    amount: { label: words.total, value: amountText(language, body.amount) },
    method: { label: words.receiptWords.method, value: words.methods.cash },
    remarks: [
      ...(body.voucherNo === '' ? [] : [{ label: labels.voucher, value: body.voucherNo }]),
      ...(body.note === '' ? [] : [{ label: words.receiptWords.remarks, value: body.note }]),
    ],
    red: false,
    notes: [],
    signatures: [labels.signs.approved, labels.signs.keeper, labels.signs.person],
    seal: '',
  };
}
