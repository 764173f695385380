/** 出库单 (STK-08): quantities only; the money stands on the dispatch note. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { dispatch } from '../dispatch/module.ts';
import { filled, goodsColumns, goodsRow, withPieces } from '../paper-goods.ts';
import { everyForm, frameOf, titleOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { paperTexts } from '../paper-words.ts';
import { stockout } from './module.ts';

export const stockOutSlip: PaperKind = {
  id: 'stock-out-slip',
  kind: stockout.kind,
  form: '241x140',
  forms: everyForm,
  copyMode: 'carbonless',
  copies: [
    { key: 'warehouse', priced: true },
    { key: 'finance', priced: true },
  ],
  available: () => true,
  make: makeStockOutSlip,
};

async function makeStockOutSlip(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = stockout.read(record);
  const words = paperTexts(context.language);
  const labels = words.stockout;
  const found = await read.get(body.dispatch);
  const note = found?.kind === dispatch.kind ? dispatch.read(found).body : null;
  return {
    template: 'slip',
    ...frameOf('stock-out-slip', stockOutSlip.copies, record, context),
    head: filled([
      { label: labels.warehouse, value: await titleOf(read, body.location) },
      { label: labels.kind, value: labels.sale },
      { label: labels.dispatch, value: body.dispatchNo },
      { label: labels.consignee, value: body.consignee, wide: body.consignee.length > 14 },
      { label: labels.vehicle, value: note?.vehicle ?? '' },
      { label: labels.seller, value: context.maker(body.seller) },
    ]),
    columns: goodsColumns(context.language, ['index', 'code', 'name', 'spec', 'unit', 'quantity', 'remark']),
    rows: withPieces(
      body.lines.map((item) => goodsRow(item)),
      (index) => body.lines[index]?.serials ?? [],
      context.language,
    ),
    priceColumns: [],
    totals: [],
    red: false,
    notes: [],
    signatures: [labels.signs.keeper, labels.signs.taken, labels.signs.checked],
    seal: '',
  };
}
