/** 购销合同 from a contract (CON-02, CON-11): the office's clauses, its own payment plan, on-site work and remarks. */
import { formatFen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { ContractContent } from '#shared/papers/content.ts';
import { partyLines } from '../order/contract-paper.ts';
import { customerOf } from '../order/paper.ts';
import { goodsColumns, goodsRow } from '../paper-goods.ts';
import { frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, fill, paperTexts, type PaperTexts } from '../paper-words.ts';
import { contract, type Contract } from './module.ts';
import { planColumns, planRows } from './plan-paper.ts';
import { concessionOf } from '../quotation/concession.ts';

export const contractPaper: PaperKind = {
  id: 'contract',
  kind: contract.kind,
  form: 'a4',
  forms: ['a4'],
  copyMode: 'plain',
  copies: [{ key: 'original', priced: true }],
  available: () => true,
  make: makeContract,
};

async function makeContract(read: Reader, record: AnyRecord, context: PaperContext): Promise<ContractContent> {
  const { body } = contract.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.contract;
  const file = await customerOf(read, record.party);
  const seller = context.details.name || context.company;
  const clause = (part: { heading: string; text: string }, ...more: string[]) => ({
    heading: part.heading,
    paragraphs: [part.text, ...more],
  });
  return {
    template: 'contract',
    ...frameOf('contract', contractPaper.copies, record, context),
    stamp: stampOf(record.status, words),
    place: { label: labels.place, value: body.place },
    signed: { label: labels.signed, value: dayText(language, record.day) },
    parties: [
      { label: labels.buyer, value: body.customerName },
      { label: labels.seller, value: seller },
    ],
    preamble: labels.preamble,
    clauses: [
      { heading: labels.goods.heading, paragraphs: [labels.goods.text], table: goodsTable(body, context, words) },
      clause(labels.quality),
      clause(labels.packing),
      { heading: labels.delivery.heading, paragraphs: [deliveryText(body, context, words)] },
      clause({ heading: labels.transport.heading, text: labels.transport.dispatch }),
      clause(labels.inspection, ...(body.needsService ? [words.chainContract.service] : [])),
      paymentClause(body, context, words),
      clause(labels.breach),
      clause(labels.force),
      clause(labels.secrecy),
      clause(labels.disputes),
      { heading: labels.other.heading, paragraphs: [fill(labels.other.text, { notes: otherTexts(body, words) })] },
    ],
    closing: labels.closing,
    signatories: [
      {
        title: labels.buyer,
        lines: partyLines(words, { name: body.customerName, address: file?.address || body.address, phone: file?.phone || body.phone }),
      },
      {
        title: labels.seller,
        lines: partyLines(words, {
          ...context.details,
          name: seller,
          address: context.details.address || context.branchAddress,
          phone: context.details.phone || context.branchPhone,
        }),
      },
    ],
  };
}

type Table = NonNullable<ContractContent['clauses'][number]['table']>;

function goodsTable(body: Contract, { language }: PaperContext, words: PaperTexts): Table {
  return {
    columns: goodsColumns(language, ['index', 'name', 'spec', 'unit', 'quantity', 'price', 'amount']),
    rows: body.lines.map((item) =>
      goodsRow(item.gift ? { ...item, name: `${item.name}（${words.gift}）` } : item, { price: item.price, amount: item.amount }),
    ),
    totals: [
      ...(body.discount > 0 ? [{ label: words.contract.discountLine, value: formatFen(-body.discount) }] : []),
      { label: words.inWords, value: amountInWords(language, body.total) },
      { label: words.contract.amountLower, value: amountText(language, body.total) },
    ],
  };
}

function deliveryText(body: Contract, { language }: PaperContext, words: PaperTexts): string {
  const { delivery } = words.contract;
  const when = body.deliverOn === '' ? delivery.atOnce : fill(delivery.byDay, { day: dayText(language, body.deliverOn) });
  return fill(delivery.dispatch, { when, where: body.deliverTo || body.address || delivery.namedPlace });
}

function paymentClause(body: Contract, { language }: PaperContext, words: PaperTexts): ContractContent['clauses'][number] {
  const { payment } = words.contract;
  const { plan, by, invoice } = words.chainContract;
  if (body.plan.length === 0) return { heading: payment.heading, paragraphs: [body.payment || payment.cash, invoice] };
  const how = body.payment === '' ? '' : fill(by, { payment: body.payment });
  return {
    heading: payment.heading,
    paragraphs: [fill(plan, { payment: how }), invoice],
    table: { columns: planColumns(words), rows: planRows(body, language), totals: [] },
  };
}

function otherTexts(body: Contract, words: PaperTexts): string {
  const { attachment, application } = words.chainContract;
  const parts = [
    body.remarks,
    body.notes,
    concessionOf(body).amount > 0 ? attachment : '',
    body.applicationNo === '' ? '' : fill(application, { no: body.applicationNo }),
  ];
  // Each part is a sentence of its own; the clause ends with one stop.
  return (
    parts
      .map((part) => part.trim().replace(/[。.；;]+$/, ''))
      .filter((part) => part !== '')
      .join('；') || words.none
  );
}

function stampOf(status: string, words: PaperTexts): string {
  const { stamps } = words;
  if (status === 'drafted') return stamps.draft;
  if (status === 'explained' || status === 'salesSigned') return stamps.notCountersigned;
  if (status === 'returned') return stamps.returned;
  return status === 'cancelled' ? stamps.void : '';
}
