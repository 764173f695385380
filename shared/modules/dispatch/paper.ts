/** 发货单 in five parts (DSP-01, DSP-02): the warehouse's and the gate's show no prices. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { order } from '../order/module.ts';
import { termsOf } from '../order/paper.ts';
import { filled, goodsColumns, goodsRow, withPieces } from '../paper-goods.ts';
import { everyForm, frameOf, titleOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, paperTexts, type PaperTexts } from '../paper-words.ts';
import { stockout } from '../stockout/module.ts';
import { dispatch, pickedPieces, type Dispatch } from './module.ts';

export const dispatchNote: PaperKind = {
  id: 'dispatch-note',
  kind: dispatch.kind,
  form: '241x140',
  forms: everyForm,
  copyMode: 'carbonless',
  copies: [
    { key: 'file', priced: true },
    { key: 'customer', priced: true },
    { key: 'finance', priced: true },
    { key: 'warehouse', priced: false },
    { key: 'gate', priced: false },
  ],
  available: () => true,
  make: makeDispatchNote,
};

async function makeDispatchNote(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = dispatch.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.dispatch;
  const found = await read.get(body.order);
  const sale = found?.kind === order.kind ? order.read(found) : null;
  const released = record.events.findLast((event) => event.type === 'released');
  const value = body.lines.reduce((sum, item) => sum + item.value, 0);
  return {
    template: 'slip',
    ...frameOf('dispatch-note', dispatchNote.copies, record, context),
    stamp: stampOf(record.status, words),
    head: filled([
      { label: labels.consignee, value: body.consignee, wide: body.consignee.length > 14 },
      { label: labels.phone, value: body.phone },
      { label: labels.order, value: body.orderNo },
      { label: labels.address, value: body.address, wide: true },
      { label: labels.warehouse, value: await titleOf(read, body.location) },
      { label: labels.transport, value: body.type === 'collection' ? labels.collection : body.carrier },
      { label: labels.vehicle, value: [body.vehicle, body.driver].filter((part) => part !== '').join(' ') },
      { label: labels.expected, value: dayText(language, body.expected) },
      { label: labels.seller, value: sale ? context.maker(sale.owner) : '' },
      { label: labels.terms, value: sale ? termsOf(sale.body, words) : '' },
      { label: labels.approved, value: released ? context.maker(released.by) : labels.notReleased },
      { label: words.order.remarks, value: body.notes, wide: true },
    ]),
    columns: goodsColumns(language, ['index', 'code', 'name', 'spec', 'unit', 'quantity', 'price', 'amount', 'remark']),
    // The order's discount is already in each line's value, so the sum is what the customer owes for these goods.
    rows: withPieces(
      body.lines.map((item) => goodsRow(item, { price: item.price, amount: item.value, remark: item.value === 0 ? words.gift : '' })),
      await piecesOfNote(read, dispatch.read(record)),
      language,
    ),
    priceColumns: ['price', 'amount'],
    totals: [
      { label: words.inWords, value: amountInWords(language, value), wide: true, strong: true, price: true },
      { label: words.total, value: amountText(language, value), strong: true, price: true },
    ],
    red: false,
    notes: [labels.note, labels.back],
    signatures: [labels.signs.checked, labels.signs.issued, labels.signs.carrier, labels.signs.received, labels.signs.date],
    seal: '',
  };
}

/** Numbers of the pieces by line of a note: as they went out, as the picker put them ready until then. */
export async function piecesOfNote(read: Reader, note: DocumentRecord<Dispatch>): Promise<(index: number) => readonly string[]> {
  const [slip] = (await read.list({ kind: stockout.kind, source: note.id, limit: 1 })).rows;
  const out: readonly { line: number; serials?: readonly string[] | undefined }[] = slip
    ? stockout.read(slip).body.lines
    : pickedPieces(note);
  return (index) => out.find(({ line }) => line === note.body.lines[index]?.line)?.serials ?? [];
}

function stampOf(status: string, words: PaperTexts): string {
  if (status === 'drafted') return words.stamps.notReleased;
  if (status === 'returned') return words.stamps.returned;
  return status === 'cancelled' ? words.stamps.void : '';
}
