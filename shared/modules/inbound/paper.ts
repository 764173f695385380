/** 入库单 (STK-02, STK-06): with the certificate's number for finished goods, with cost for goods bought in. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { lineAmount } from '#shared/core/money.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { filled, goodsColumns, goodsRow, withPieces } from '../paper-goods.ts';
import { everyForm, frameOf, titleOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, paperTexts } from '../paper-words.ts';
import { inbound, type Inbound } from './module.ts';

const second: Record<Inbound['type'], PaperKind['copies'][number]['key']> = {
  finished: 'production',
  bought: 'finance',
  transfer: 'sender',
};

export const inboundSlip: PaperKind = {
  id: 'inbound-slip',
  kind: inbound.kind,
  form: '241x140',
  forms: everyForm,
  copyMode: 'carbonless',
  copies: partsOf('finished'),
  available: () => true,
  make: makeInboundSlip,
};

function partsOf(type: Inbound['type']): PaperKind['copies'] {
  return [
    { key: 'warehouse', priced: true },
    { key: second[type], priced: true },
  ];
}

async function makeInboundSlip(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = inbound.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.inbound;
  const { signs } = labels;
  const bought = body.type === 'bought';
  const total = body.lines.reduce((sum, item) => sum + lineAmount(item.cost, item.quantity), 0);
  const pickup = body.pickup === '' ? null : await read.get(body.pickup);
  return {
    template: 'slip',
    ...frameOf('inbound-slip', partsOf(body.type), record, context),
    stamp: record.status === 'reversed' ? words.stamps.void : '',
    head: filled([
      { label: labels.warehouse, value: await titleOf(read, body.location) },
      { label: labels.kind, value: labels[body.type] },
      { label: labels.from, value: body.from, wide: body.from.length > 14 },
      { label: labels.slipNo, value: body.slipNo },
      { label: labels.certificate, value: body.certificateNo },
      { label: labels.pickup, value: pickup?.no ?? '' },
      { label: words.order.remarks, value: body.notes, wide: true },
    ]),
    columns: goodsColumns(
      language,
      bought
        ? ['index', 'code', 'name', 'spec', 'unit', 'quantity', 'cost', 'amount', 'remark']
        : ['index', 'code', 'name', 'spec', 'unit', 'quantity', 'remark'],
    ),
    rows: withPieces(
      body.lines.map((item) => goodsRow(item, bought ? { cost: item.cost, amount: lineAmount(item.cost, item.quantity) } : {})),
      (index) => body.lines[index]?.serials ?? [],
      language,
    ),
    priceColumns: ['cost', 'amount'],
    totals: bought
      ? [
          { label: words.inWords, value: amountInWords(language, total), wide: true, strong: true, price: true },
          { label: words.total, value: amountText(language, total), strong: true, price: true },
        ]
      : [],
    red: false,
    notes: [],
    signatures:
      body.type === 'finished' ? [signs.delivered, signs.inspected, signs.keeper] : [signs.delivered, signs.keeper, signs.checked],
    seal: '',
  };
}
