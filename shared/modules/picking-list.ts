/** 配货单 (STK-03, S8.33): what to take from the shelf, in the order of the codes, with room for what was really there. */
import type { Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { dispatch } from './dispatch/module.ts';
import { order } from './order/module.ts';
import { filled, goodsColumns, goodsRow } from './paper-goods.ts';
import { everyForm, frameOf, titleOf, type PaperContext, type PaperKind } from './paper-kind.ts';
import { dayText, paperTexts, type PaperId } from './paper-words.ts';

interface Wanted {
  id: PaperId;
  no: string;
  customer: string;
  location: string;
  needed: string;
  lines: readonly { product: string; code: string; name: string; spec: string; unit: string; quantity: Milli }[];
}

export const pickingList: PaperKind = {
  ...base('picking-list'),
  kind: order.kind,
  available: (record) => record.status === 'released',
  make: (read, record, context) => {
    const { body } = order.read(record);
    const wanted = { id: 'picking-list' as const, customer: body.customerName, needed: body.deliverOn, ...body };
    return makeList(read, record, { ...wanted, no: record.no }, context);
  },
};

export const dispatchPickingList: PaperKind = {
  ...base('dispatch-picking-list'),
  kind: dispatch.kind,
  available: (record) => ['released', 'picked'].includes(record.status),
  make: (read, record, context) => {
    const { body } = dispatch.read(record);
    const wanted = { id: 'dispatch-picking-list' as const, customer: body.consignee, needed: body.expected, ...body };
    return makeList(read, record, { ...wanted, no: record.no }, context);
  },
};

function base(id: PaperId): Pick<PaperKind, 'id' | 'form' | 'forms' | 'copyMode' | 'copies'> {
  return { id, form: 'a5', forms: everyForm, copyMode: 'plain', copies: [{ key: 'picker', priced: false }] };
}

async function makeList(read: Reader, record: AnyRecord, wanted: Wanted, context: PaperContext): Promise<SlipContent> {
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.picking;
  const rows = await Promise.all(
    wanted.lines
      .toSorted((one, other) => (one.code < other.code ? -1 : 1))
      .map(async (item) => ({ ...goodsRow(item), stock: await read.balance(`stock/${wanted.location}/${item.product}`), picked: '' })),
  );
  return {
    template: 'slip',
    ...frameOf(wanted.id, [{ key: 'picker', priced: false }], record, context),
    head: filled([
      { label: labels.order, value: wanted.no },
      { label: labels.customer, value: wanted.customer, wide: wanted.customer.length > 14 },
      { label: labels.warehouse, value: await titleOf(read, wanted.location) },
      { label: labels.deliverOn, value: dayText(language, wanted.needed) },
    ]),
    columns: goodsColumns(language, ['index', 'code', 'name', 'spec', 'unit', 'stock', 'quantity', 'picked', 'remark']),
    rows,
    priceColumns: [],
    totals: [],
    red: false,
    notes: [labels.note],
    signatures: [labels.signs.picker, labels.signs.checked, labels.signs.time],
    seal: '',
  };
}
