/** 验收报告 (AFS-06): what was looked at, what was found, and the customer's signature. */
import type { Reader } from '#shared/documents/reader.ts';
import { readAs } from '#shared/documents/step.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { filled } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { dayText, paperTexts } from '../paper-words.ts';
import { crewOf, workorder } from '../workorder/module.ts';
import { acceptance } from './module.ts';

export const acceptanceReport: PaperKind = {
  id: 'acceptance-report',
  kind: acceptance.kind,
  form: 'a4',
  forms: ['a4', 'a5', '241x140'],
  copyMode: 'plain',
  copies: [
    { key: 'customer', priced: false },
    { key: 'business', priced: false },
    { key: 'finance', priced: false },
  ],
  available: () => true,
  make: makeReport,
};

async function makeReport(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = acceptance.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.acceptance;
  const job = await readAs(read, workorder, body.workorder);
  const text = { align: 'left', type: 'text', summed: false } as const;
  const signed = record.events.findLast(({ type }) => type === 'signed')?.data;
  return {
    template: 'slip',
    ...frameOf('acceptance-report', acceptanceReport.copies, record, context),
    stamp: record.status === 'drafted' ? words.stamps.notSigned : record.status === 'withdrawn' ? words.stamps.withdrawn : '',
    head: filled([
      { label: labels.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: labels.contract, value: body.contractNo },
      { label: labels.workorder, value: body.workorderNo },
      { label: labels.site, value: body.site, wide: true },
      { label: labels.done, value: dayText(language, body.doneOn) },
      { label: labels.crew, value: job ? crewOf(job).map(context.maker).join(' ') : '' },
      { label: labels.signedBy, value: signed ? `${String(signed.name)} ${dayText(language, String(signed.day))}` : '' },
      { label: labels.findings, value: body.findings, wide: true },
    ]),
    columns: [
      { key: 'index', label: words.columns.index, width: 6, align: 'center', type: 'index', summed: false },
      { key: 'item', label: words.columns.item, width: 30, ...text },
      { key: 'standard', label: words.columns.standard, width: 24, ...text },
      { key: 'found', label: words.columns.found, width: 26, ...text },
      { key: 'verdict', label: words.columns.verdict, width: 12, ...text },
    ],
    rows: body.items.map(({ item, standard, found, passed }) => ({
      item,
      standard,
      found,
      verdict: passed ? labels.pass : labels.fail,
    })),
    priceColumns: [],
    totals: [{ label: labels.outcome, value: labels[body.outcome], wide: true, strong: true }],
    red: false,
    notes: [labels.note],
    signatures: [labels.signs.crew, labels.signs.customer, labels.signs.date],
    seal: '',
  };
}
