/** 三联销售单 and 销售小票: what the counter gives out for an order (SHP-02, PAY-03). */
import { formatFen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import type { SlipContent } from '#shared/papers/content.ts';
import { customer } from '../customer/module.ts';
import { filled, goodsColumns, goodsRow, withPieces } from '../paper-goods.ts';
import { everyForm, frameOf, titleOf, type PaperContext, type PaperKind } from '../paper-kind.ts';
import { amountInWords, amountText, dayText, fill, paperTexts, type PaperTexts } from '../paper-words.ts';
import { readPolicy } from '../policy/rules.ts';
import { receipt, type Receipt } from '../receipt/module.ts';
import { serialsOn } from './sold-pieces.ts';
import { hasEvent, order, type Order, type OrderClass } from './module.ts';

/** Who gets which part, by class (S8.26–S8.43): cash goes by the cashier, a shortage and a sale on account by the distribution centre. */
const parts: Record<OrderClass, PaperKind['copies']> = {
  carry: copies('customer', 'cashier', 'business'),
  collect: copies('customer', 'cashier', 'business'),
  shortage: copies('customer', 'cashier', 'centre'),
  account: copies('customer', 'finance', 'centre'),
  delivery: copies('customer', 'finance', 'business'),
};

function copies(...keys: PaperKind['copies'][number]['key'][]): PaperKind['copies'] {
  return keys.map((key) => ({ key, priced: true }));
}

export const salesSlip: PaperKind = {
  id: 'sales-slip',
  kind: order.kind,
  form: '241x140',
  forms: everyForm,
  copyMode: 'carbonless',
  copies: parts.carry,
  available: () => true,
  make: makeSalesSlip,
};

export const tillSlip: PaperKind = {
  id: 'till-slip',
  kind: order.kind,
  form: '80mm',
  forms: ['80mm'],
  copyMode: 'plain',
  copies: copies('customer'),
  available: (record) => order.read(record).body.class !== 'delivery',
  make: makeTillSlip,
};

async function makeSalesSlip(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const sale = order.read(record);
  const { body } = sale;
  const { language } = context;
  const words = paperTexts(language);
  const labels = words.order;
  const money = await moneyOf(read, sale);
  const file = await customerOf(read, record.party);
  const onAccount = body.class === 'account';
  const reminder = (await readPolicy(read, sale.day))?.body.reminder ?? '';
  return {
    template: 'slip',
    ...frameOf('sales-slip', parts[body.class], record, context),
    stamp: stampOf(sale, words),
    head: filled([
      { label: labels.customer, value: body.customerName, wide: body.customerName.length > 14 },
      { label: labels.contact, value: file?.contact ?? '' },
      { label: labels.phone, value: body.phone },
      { label: labels.address, value: body.address, wide: true },
      { label: labels.seller, value: context.maker(record.owner) },
      { label: labels.class, value: words.classes[body.class] },
      { label: labels.paidBy, value: money.methods.map((method) => words.methods[method]).join(' ') || words.unpaid },
      ...(onAccount || body.class === 'delivery' ? [{ label: labels.terms, value: termsOf(body, words) }] : []),
      { label: labels.warehouse, value: await titleOf(read, body.location) },
      { label: labels.deliverOn, value: dayText(language, body.deliverOn) },
      { label: labels.remarks, value: body.notes, wide: true },
    ]),
    columns: goodsColumns(language, ['index', 'code', 'name', 'spec', 'unit', 'quantity', 'price', 'amount', 'remark']),
    rows: withPieces(goodsRows(body, words), (index) => serialsOn(sale, index), language),
    priceColumns: ['price', 'amount'],
    totals: [
      { label: words.inWords, value: amountInWords(language, body.total), wide: true, strong: true, price: true },
      { label: words.total, value: amountText(language, body.total), strong: true, price: true },
      ...(body.discount > 0 ? [{ label: words.discount, value: formatFen(-body.discount), price: true }] : []),
      { label: words.due, value: formatFen(body.total), price: true },
      ...(money.reduced > 0 ? [{ label: words.reduced, value: formatFen(-money.reduced), price: true }] : []),
      { label: words.paid, value: formatFen(money.received), price: true },
      { label: words.owed, value: formatFen(money.owed), price: true },
    ],
    red: false,
    notes: [
      onAccount ? fill(labels.accountNote, { days: body.creditDays }) : labels.goBack,
      ...(reminder === '' ? [] : [reminder]),
      fill(labels.shop, { address: context.branchAddress, phone: context.branchPhone }),
    ],
    signatures: onAccount
      ? [labels.signChecked, labels.signIssued, labels.signCustomer]
      : [labels.signCashier, labels.signIssued, labels.signCustomer],
    seal: '',
  };
}

/** The short slip from the roll: what was bought, what was paid, what came back. */
async function makeTillSlip(read: Reader, record: AnyRecord, context: PaperContext): Promise<SlipContent> {
  const sale = order.read(record);
  const { body } = sale;
  const { language } = context;
  const words = paperTexts(language);
  const money = await moneyOf(read, sale);
  const cash = money.receipts.filter((paid) => paid.method === 'cash' && paid.tendered > 0);
  return {
    template: 'slip',
    ...frameOf('till-slip', tillSlip.copies, record, context),
    stamp: stampOf(sale, words),
    head: filled([
      { label: words.order.customer, value: body.customerName === words.walkIn ? '' : body.customerName },
      { label: words.order.seller, value: context.maker(record.owner) },
    ]),
    columns: goodsColumns(language, ['name', 'spec', 'quantity', 'price', 'amount']).map((column) => ({ ...column, summed: false })),
    rows: goodsRows(body, words).map(({ name = '', spec = '', unit = '', remark = '', ...figures }, index) => ({
      ...figures,
      name: remark === '' ? name : `${name}（${remark}）`,
      spec: [`${spec} /${unit}`.trim(), ...serialsOn(sale, index)].join('\n'),
    })),
    priceColumns: [],
    totals: [
      { label: words.pieces, value: String(body.lines.length) },
      ...(body.discount > 0 ? [{ label: words.discount, value: formatFen(-body.discount) }] : []),
      { label: words.due, value: amountText(language, body.total), strong: true },
      ...money.receipts.map((paid) => ({ label: `${words.paid} ${words.methods[paid.method]}`, value: formatFen(paid.amount) })),
      ...(cash.length > 0
        ? [
            { label: words.tendered, value: formatFen(cash.reduce((sum, paid) => sum + paid.tendered, 0)) },
            { label: words.change, value: formatFen(cash.reduce((sum, paid) => sum + paid.change, 0)) },
          ]
        : []),
      ...(money.reduced > 0 ? [{ label: words.reduced, value: formatFen(-money.reduced) }] : []),
      ...(money.owed > 0 ? [{ label: words.owed, value: formatFen(money.owed), strong: true }] : []),
    ],
    red: false,
    notes: [words.order.goBack, fill(words.order.shop, { address: context.branchAddress, phone: context.branchPhone })],
    signatures: [],
    seal: '',
  };
}

export function goodsRows(body: Order, words: PaperTexts): SlipContent['rows'] {
  return body.lines.map((item) => goodsRow(item, { price: item.price, amount: item.amount, remark: item.gift ? words.gift : '' }));
}

function stampOf(sale: DocumentRecord<Order>, words: PaperTexts): string {
  if (sale.status === 'voided') return words.stamps.void;
  if (sale.status === 'returned') return words.stamps.returned;
  if (sale.status === 'checked' && sale.body.class === 'delivery') return words.stamps.notReleased;
  if (sale.status === 'checked') return words.stamps.draft;
  return hasEvent(sale, 'stamped') ? words.stamps.paid : '';
}

export function termsOf(body: Order, words: PaperTexts): string {
  return body.creditDays === 0 ? words.order.termsOnDelivery : fill(words.order.termsDays, { days: body.creditDays });
}

/** Money taken for the order so far, and the receipts it came with, without those that were taken back. */
export async function moneyOf(
  read: Reader,
  sale: DocumentRecord<Order>,
): Promise<{ received: number; reduced: number; owed: number; methods: Receipt['method'][]; receipts: Receipt[] }> {
  const { rows } = await read.all({ kind: receipt.kind, source: sale.id }, 200);
  const receipts = rows
    .map((row) => receipt.read(row))
    .filter((row) => row.status !== 'reversed' && row.body.type !== 'red')
    .toReversed()
    .map(({ body }) => ({ ...body, amount: partFor(body, sale.id) }));
  const received = await read.balance(`received/${sale.id}`);
  const reduced = await read.balance(`reduced/${sale.id}`);
  return {
    received,
    reduced,
    owed: sale.body.total - reduced - received,
    methods: [...new Set(receipts.map((paid) => paid.method))],
    receipts,
  };
}

/** One receipt may settle several orders. */
function partFor(body: Receipt, id: string): number {
  return body.parts.filter(({ source }) => source === id).reduce((sum, part) => sum + part.amount, 0);
}

export async function customerOf(read: Reader, party: string): Promise<ReturnType<typeof customer.read>['body'] | null> {
  const found = party === '' ? null : await read.get(party);
  return found?.kind === customer.kind ? customer.read(found).body : null;
}
