/** 生产通知单 (MFG-02): what the plant makes, for which contract, by when; without prices. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { readContract } from '../contract/facts.ts';
import { filled, goodsColumns, goodsRow } from '../paper-goods.ts';
import { everyForm, frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { dayText, paperTexts, type PaperTexts } from '../paper-words.ts';
import { approvalLines, signedBy } from '../signed-on.ts';
import { notice } from './module.ts';

export const productionNotice: PaperKind = {
  id: 'production-notice',
  kind: notice.kind,
  form: 'a4',
  forms: everyForm.filter((form) => form !== '80mm'),
  copyMode: 'plain',
  copies: [
    { key: 'production', priced: false },
    { key: 'planning', priced: false },
    { key: 'business', priced: false },
    { key: 'quality', priced: false },
  ],
  available: () => true,
  make: makeNotice,
};

async function makeNotice(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = notice.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.production;
  const agreed = await readContract(read, body.contract);
  return {
    template: 'slip',
    ...frameOf('production-notice', productionNotice.copies, record, context),
    stamp: stampOf(record.status, words),
    head: filled([
      { label: labels.contract, value: body.contractNo },
      { label: labels.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: labels.plant, value: body.plant },
      { label: labels.due, value: dayText(language, body.due) },
      { label: labels.delivery, value: dayText(language, agreed?.body.deliverOn ?? '') },
      { label: labels.planner, value: context.maker(record.owner) },
      { label: labels.issued, value: signedBy(record, 'approved', context) },
      { label: labels.remarks, value: body.notes, wide: true },
    ]),
    columns: goodsColumns(language, ['index', 'code', 'name', 'spec', 'unit', 'quantity', 'remark']),
    rows: body.lines.map((item) => goodsRow(item)),
    priceColumns: [],
    totals: [],
    red: false,
    notes: [labels.note, ...approvalLines(record, context)],
    signatures: [labels.signs.planner, labels.signs.issued, labels.signs.plant, labels.signs.quality],
    seal: '',
  };
}

function stampOf(status: string, words: PaperTexts): string {
  const { stamps } = words;
  if (status === 'drafted' || status === 'submitted') return stamps.notIssued;
  if (status === 'returned') return stamps.returned;
  return status === 'cancelled' || status === 'refused' ? stamps.void : '';
}
