/** 客户资信评估表 (CRM-07): grade, limit and term, what they rest on, who fixed them. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { filled } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, fill, paperTexts } from '../paper-words.ts';
import { approvalLines } from '../signed-on.ts';
import { credit } from './module.ts';

export const creditAssessment: PaperKind = {
  id: 'credit-assessment',
  kind: credit.kind,
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

async function make(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = credit.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.cash.credit;
  const customer = record.party === '' ? null : await read.get(record.party);
  const text = { align: 'left', type: 'text', summed: false } as const;
  return {
    template: 'slip',
    ...frameOf('credit-assessment', creditAssessment.copies, record, context),
    stamp: stampOf(),
    head: filled([
      { label: labels.customer, value: body.customerName },
      { label: labels.address, value: typeof customer?.body.address === 'string' ? customer.body.address : '' },
    ]),
    columns: [
      { key: 'item', label: labels.item, width: 22, ...text },
      { key: 'content', label: labels.content, width: 78, ...text },
    ],
    rows: [
      { item: labels.grade, content: body.grade },
      { item: labels.limit, content: `${amountText(language, body.limit)} ${amountInWords(language, body.limit)}` },
      { item: labels.days, content: fill(labels.daysText, { days: body.days }) },
      { item: labels.validUntil, content: dayText(language, body.validUntil) },
      ...body.basis.split('\n').map((line, index) => ({ item: index === 0 ? labels.basis : '', content: line })),
    ],
    priceColumns: [],
    totals: [],
    red: false,
    notes: [labels.note, ...approvalLines(record, context)],
    signatures: [`${labels.assessed} ${context.maker(record.owner)}`, labels.fixed],
    seal: '',
  };

  function stampOf(): string {
    if (record.status === 'withdrawn') return words.stamps.withdrawn;
    if (record.status === 'refused') return words.stamps.refused;
    if (record.status === 'returned') return words.stamps.returned;
    return record.status === 'inForce' ? '' : words.stamps.notApproved;
  }
}
