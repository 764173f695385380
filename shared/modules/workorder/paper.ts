/** 派工单 (AFS-05): what the crew does where and when; it says whether the first instalment is there. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { firstPaymentFacts, readContract } from '../contract/facts.ts';
import { filled } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { dayText, paperTexts, type PaperTexts } from '../paper-words.ts';
import { signedBy } from '../signed-on.ts';
import { crewOf, scheduledDay, workorder } from './module.ts';

export const workOrder: PaperKind = {
  id: 'work-order',
  kind: workorder.kind,
  form: 'a4',
  forms: ['a4', 'a5', '241x140'],
  copyMode: 'plain',
  copies: [
    { key: 'crew', priced: false },
    { key: 'customer', priced: false },
    { key: 'file', priced: false },
  ],
  available: () => true,
  make: makeWorkOrder,
};

async function makeWorkOrder(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = workorder.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.work;
  const agreed = await readContract(read, body.contract);
  const money = agreed && (await firstPaymentFacts(read, agreed));
  const paid = money !== null && Number(money.received) >= Number(money.due);
  return {
    template: 'slip',
    ...frameOf('work-order', workOrder.copies, record, context),
    stamp: stampOf(record.status, words),
    head: filled([
      { label: labels.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: labels.contract, value: body.contractNo },
      { label: labels.job, value: labels[body.job] },
      { label: labels.site, value: body.site, wide: true },
      { label: labels.contact, value: body.contact },
      { label: labels.phone, value: body.phone },
      { label: labels.wanted, value: dayText(language, body.wantedOn) },
      { label: labels.scheduled, value: dayText(language, scheduledDay(record)) },
      { label: labels.crew, value: crewOf(record).map(context.maker).join(' ') },
      { label: labels.signed, value: signedBy(record, 'signed', context) },
      { label: labels.firstPaid, value: paid ? labels.paid : labels.unpaid },
      { label: labels.work, value: body.work, wide: true },
      { label: labels.remarks, value: body.notes, wide: true },
    ]),
    // Filled in by hand on site.
    columns: [
      { key: 'index', label: words.columns.index, width: 6, align: 'center', type: 'index', summed: false },
      { key: 'arrived', label: labels.arrived, width: 22, align: 'left', type: 'text', summed: false },
      { key: 'left', label: labels.left, width: 22, align: 'left', type: 'text', summed: false },
      { key: 'remark', label: words.columns.remark, width: 50, align: 'left', type: 'text', summed: false },
    ],
    rows: Array.from({ length: 6 }, () => ({ arrived: '', left: '', remark: '' })),
    priceColumns: [],
    totals: [],
    red: false,
    notes: [labels.note],
    signatures: [labels.signs.writer, labels.signs.manager, labels.signs.crew, labels.signs.customer],
    seal: '',
  };
}

function stampOf(status: string, words: PaperTexts): string {
  const { stamps } = words;
  if (status === 'drafted') return stamps.notSigned;
  if (status === 'returned') return stamps.returned;
  return status === 'cancelled' ? stamps.void : '';
}
