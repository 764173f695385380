/** 业务员个人提成单 (STF-09): contract by contract, with the signatures of its chain. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { filled } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, paperTexts } from '../paper-words.ts';
import { commission } from './module.ts';

export const commissionSheet: PaperKind = {
  id: 'commission-sheet',
  kind: commission.kind,
  form: 'a4',
  forms: ['a4', 'a5', '241x140'],
  copyMode: 'plain',
  copies: [
    { key: 'finance', priced: true },
    { key: 'business', priced: true },
  ],
  available: () => true,
  make,
};

async function make(_read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = commission.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.money.commission;
  const approved = record.status === 'approved' || record.status === 'paid';
  const text = { align: 'left', type: 'text', summed: false } as const;
  const money = { align: 'right', type: 'fen', summed: true } as const;
  return {
    template: 'slip',
    ...frameOf('commission-sheet', commissionSheet.copies, record, context),
    stamp: record.status === 'returned' ? words.stamps.returned : approved ? '' : labels.notApproved,
    head: filled([
      { label: labels.seller, value: body.staffName },
      { label: labels.month, value: body.month },
      { label: labels.remarks, value: body.notes, wide: true },
    ]),
    columns: [
      { key: 'index', label: words.columns.index, width: 6, align: 'center', type: 'index', summed: false },
      { key: 'contract', label: words.money.contract, width: 22, ...text },
      { key: 'customer', label: words.money.customer, width: 22, ...text },
      { key: 'collected', label: labels.collected, width: 16, ...money },
      { key: 'rate', label: labels.rate, width: 9, align: 'right', type: 'text', summed: false },
      { key: 'commission', label: labels.commission, width: 14, ...money },
      { key: 'withheld', label: labels.withheld, width: 14, ...money },
    ],
    rows: body.lines.map((line) => ({
      contract: line.contractNo,
      customer: line.customerName,
      collected: line.collected,
      rate: `${(line.rate / 100).toFixed(2)}%`,
      commission: line.commission,
      withheld: line.withheld,
    })),
    priceColumns: [],
    totals: [
      { label: labels.commission, value: amountText(language, body.commission) },
      { label: labels.setOff, value: amountText(language, body.withheld) },
      ...(body.conceded === 0 ? [] : [{ label: labels.conceded, value: amountText(language, body.conceded) }]),
      { label: labels.payable, value: amountText(language, body.total), strong: true },
      { label: words.inWords, value: amountInWords(language, body.total), wide: true, strong: true },
    ],
    red: body.total < 0,
    notes: body.lines.some((line) => line.commission < 0) ? [labels.back] : [],
    signatures: [labels.signs.written, labels.signs.finance, labels.signs.dgm, labels.signs.gm, labels.signs.received],
    seal: '',
  };
}
