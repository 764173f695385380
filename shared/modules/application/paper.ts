/** 合同申报单 (CON-01): what is applied for, on which prices, and who signed. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { planTotals, shareText } from '../contract/plan-paper.ts';
import { concessionOf } from '../quotation/concession.ts';
import { filled, goodsColumns, goodsRow } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, fill, paperTexts, type PaperTexts } from '../paper-words.ts';
import { approvalLines } from '../signed-on.ts';
import { application } from './module.ts';

export const contractApplication: PaperKind = {
  id: 'contract-application',
  kind: application.kind,
  form: 'a4',
  forms: ['a4', 'a5', '241x140'],
  copyMode: 'plain',
  copies: [
    { key: 'business', priced: true },
    { key: 'gmOffice', priced: true },
  ],
  available: () => true,
  make: makeApplication,
};

async function makeApplication(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = application.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.application;
  const quoted = body.quotation === '' ? null : await read.get(body.quotation);
  const given = concessionOf(body);
  return {
    template: 'slip',
    ...frameOf('contract-application', contractApplication.copies, record, context),
    stamp: stampOf(record.status, words),
    head: filled([
      { label: labels.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: labels.contact, value: body.contact },
      { label: labels.phone, value: body.phone },
      { label: labels.address, value: body.address, wide: true },
      { label: labels.policy, value: body.policyVersion > 0 ? fill(labels.policyNo, { version: body.policyVersion }) : '' },
      { label: labels.quotation, value: quoted?.no ?? '' },
      { label: labels.applicant, value: context.maker(record.owner) },
      { label: labels.delivery, value: [dayText(language, body.deliverOn), body.deliverTo].join(' ').trim(), wide: true },
      { label: labels.payment, value: body.payment },
      { label: labels.service, value: body.needsService ? labels.yes : '' },
      { label: labels.intention, value: body.intention, wide: true },
      { label: labels.remarks, value: body.notes, wide: true },
    ]),
    columns: goodsColumns(language, ['index', 'code', 'name', 'spec', 'unit', 'quantity', 'price', 'amount', 'remark']),
    rows: body.lines.map((item) => goodsRow(item, { price: item.price, amount: item.amount, remark: item.gift ? words.gift : '' })),
    priceColumns: ['price', 'amount'],
    totals: [
      { label: words.inWords, value: amountInWords(language, body.total), wide: true, strong: true, price: true },
      { label: words.total, value: amountText(language, body.total), strong: true, price: true },
      ...(body.discount > 0 ? [{ label: words.discount, value: amountText(language, -body.discount), price: true }] : []),
      ...(given.amount > 0
        ? [{ label: labels.concession, value: `${amountText(language, given.amount)} ${shareText(given.share, 10_000)}`, price: true }]
        : []),
      ...planTotals(body, language),
    ],
    red: false,
    notes: approvalLines(record, context),
    signatures: [labels.signs.applicant, labels.signs.manager, labels.signs.gm],
    seal: '',
  };
}

function stampOf(status: string, words: PaperTexts): string {
  const { stamps } = words;
  const stamp: Readonly<Record<string, string>> = {
    drafted: stamps.draft,
    submitted: stamps.notApproved,
    returned: stamps.returned,
    refused: stamps.refused,
    withdrawn: stamps.withdrawn,
  };
  return stamp[status] ?? '';
}
