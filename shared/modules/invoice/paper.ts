/** 开票申请单 (PAY-05): what is asked for, how much of the contract has come, and the four signatures. */
import { readAs } from '#shared/documents/step.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { approvalFacts } from '#shared/policy/approvals.ts';
import { evaluateGate } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';
import { contract } from '../contract/module.ts';
import { filled } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, fill, paperTexts } from '../paper-words.ts';
import { moneyOf } from '../recovery/contract-money.ts';
import { invoice } from './module.ts';

export const invoiceRequest: PaperKind = {
  id: 'invoice-request',
  kind: invoice.kind,
  form: 'a5',
  forms: ['a5', 'a4', '241x140'],
  copyMode: 'plain',
  copies: [
    { key: 'finance', priced: true },
    { key: 'business', priced: true },
  ],
  available: () => true,
  make,
};

async function make(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const request = invoice.read(record);
  const { body } = request;
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.money;
  const agreed = await readAs(read, contract, record.source);
  const money = agreed ? await moneyOf(read, agreed) : null;
  const signed = approvalFacts(request).approved;
  const issued = request.events.findLast(({ type }) => type === 'issued');
  return {
    template: 'slip',
    ...frameOf('invoice-request', invoiceRequest.copies, record, context),
    stamp: record.status === 'reversed' ? words.stamps.reversed : signed ? '' : labels.invoice.notSigned,
    head: filled([
      { label: labels.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: labels.contract, value: body.contractNo },
      { label: labels.contractTotal, value: money ? amountText(language, money.due) : '' },
      { label: labels.received, value: money ? amountText(language, money.received) : '' },
      { label: labels.share, value: money ? fill(labels.percent, { share: shareText(money.received, money.due) }) : '' },
      { label: labels.invoice.kind, value: labels.invoice.kinds[body.invoiceKind] },
      { label: labels.invoice.buyer, value: body.buyer, wide: true },
      { label: labels.invoice.taxNo, value: body.taxNo },
      { label: labels.invoice.addressPhone, value: body.addressPhone, wide: true },
      { label: labels.invoice.bankAccount, value: body.bankAccount, wide: true },
      { label: labels.invoice.number, value: textOf(issued?.data.number) },
      { label: labels.invoice.issuedOn, value: dayText(language, textOf(issued?.data.day)) },
      { label: labels.invoice.remarks, value: body.notes, wide: true },
    ]),
    columns: [
      { key: 'index', label: words.columns.index, width: 8, align: 'center', type: 'index', summed: false },
      { key: 'content', label: labels.invoice.content, width: 62, align: 'left', type: 'text', summed: false },
      { key: 'amount', label: words.columns.amount, width: 30, align: 'right', type: 'fen', summed: true },
    ],
    rows: [{ content: body.content, amount: body.amount }],
    priceColumns: [],
    totals: [
      { label: words.inWords, value: amountInWords(language, body.amount), wide: true, strong: true },
      { label: words.total, value: amountText(language, body.amount), strong: true },
    ],
    red: false,
    notes: [labels.invoice.note],
    signatures: [labels.invoice.signs.asked, labels.invoice.signs.checked, labels.invoice.signs.signed, labels.invoice.signs.issued],
    seal: '',
  };
}

/** The share as the gate says it: cut to two places, never rounded up. */
function shareText(received: number, total: number): string {
  const facts = { stage: 'issue', total, received, signed: false };
  return String(evaluateGate(gates['G-39'], facts, { version: 0, parameters: {} }).values.share ?? '0.00');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
