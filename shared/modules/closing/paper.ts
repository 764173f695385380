/** 合同台账对账表 (PAY-11, G-45): every contract's columns in both ledgers, signed by sales and finance. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountText, paperTexts } from '../paper-words.ts';
import { closing } from './module.ts';

export const reconciliationSheet: PaperKind = {
  id: 'reconciliation-sheet',
  kind: closing.kind,
  form: 'a4',
  forms: ['a4', '241x140'],
  copyMode: 'plain',
  copies: [
    { key: 'business', priced: true },
    { key: 'finance', priced: true },
  ],
  available: () => true,
  make,
};

async function make(_read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = closing.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.money.closing;
  const ledger = words.money.ledger;
  const text = { align: 'left', type: 'text', summed: false } as const;
  const money = { align: 'right', type: 'fen', summed: false } as const;
  return {
    template: 'slip',
    ...frameOf('reconciliation-sheet', reconciliationSheet.copies, record, context),
    stamp: record.status === 'closed' ? '' : record.status === 'withdrawn' ? words.stamps.withdrawn : labels.open,
    head: [
      { label: labels.month, value: body.month },
      { label: labels.contracts, value: String(body.contracts) },
      { label: labels.differences, value: String(body.differences) },
      { label: labels.collected, value: amountText(language, body.collected) },
      { label: labels.inMonth, value: amountText(language, body.collectedInMonth) },
      ...(body.rate === 0 ? [] : [{ label: labels.accrued, value: amountText(language, body.accrued) }]),
    ],
    columns: [
      { key: 'index', label: words.columns.index, width: 6, align: 'center', type: 'index', summed: false },
      { key: 'contract', label: words.money.contract, width: 26, ...text },
      { key: 'column', label: ledger.column, width: 14, ...text },
      { key: 'sales', label: ledger.sales, width: 18, ...money },
      { key: 'finance', label: ledger.finance, width: 18, ...money },
      { key: 'difference', label: ledger.difference, width: 18, ...money },
    ],
    rows: body.lines.map((line) => ({
      contract: line.contractNo,
      column: ledger.measures[line.measure],
      sales: line.sales,
      finance: line.finance,
      difference: line.difference,
    })),
    priceColumns: [],
    totals: [],
    red: false,
    notes: [],
    signatures: [labels.signs.sales, labels.signs.finance, labels.signs.date],
    seal: '',
  };
}
