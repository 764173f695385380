/** 出门证 (DSP-03): driver keeps one part, the gate registers and keeps the other. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { dispatch } from '../dispatch/module.ts';
import { piecesOfNote } from '../dispatch/paper.ts';
import { filled, goodsColumns, goodsRow, withPieces } from '../paper-goods.ts';
import { everyForm, frameOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { dayText, paperTexts } from '../paper-words.ts';
import { gatepass } from './module.ts';

export const gatePass: PaperKind = {
  id: 'gate-pass',
  kind: gatepass.kind,
  form: '241x93',
  forms: everyForm,
  copyMode: 'carbonless',
  copies: [
    { key: 'file', priced: true },
    { key: 'gate', priced: true },
  ],
  available: () => true,
  make: makeGatePass,
};

async function makeGatePass(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const { body } = gatepass.read(record);
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.gatepass;
  const found = await read.get(body.dispatch);
  const note = found?.kind === dispatch.kind ? dispatch.read(found).body : null;
  const registered = record.events.find((event) => event.type === 'registered')?.data.time;
  return {
    template: 'slip',
    ...frameOf('gate-pass', gatePass.copies, record, context),
    stamp: record.status === 'stopped' ? words.stamps.void : '',
    head: filled([
      { label: labels.consignee, value: body.consignee, wide: body.consignee.length > 14 },
      { label: labels.driver, value: body.driver },
      { label: labels.vehicle, value: body.vehicle },
      { label: labels.reason, value: note?.type === 'collection' ? labels.collection : labels.delivery },
      { label: labels.packages, value: String(body.packages) },
      { label: labels.dispatch, value: body.dispatchNo },
      { label: labels.validUntil, value: dayText(language, record.day) },
      { label: labels.toReturn, value: labels.no },
      { label: labels.registered, value: typeof registered === 'string' ? registered : '' },
    ]),
    columns: goodsColumns(language, note ? ['index', 'name', 'spec', 'unit', 'quantity', 'remark'] : ['index', 'name']),
    rows: note
      ? withPieces(
          note.lines.map((item) => goodsRow(item)),
          await piecesOfNote(read, dispatch.read(found ?? record)),
          language,
        )
      : [{ name: body.goods }],
    priceColumns: [],
    totals: [],
    red: false,
    notes: [labels.note],
    signatures: [labels.signs.handled, labels.signs.approved, labels.signs.keeper, labels.signs.gate, labels.signs.releasedAt],
    seal: '',
  };
}
