import type { Fen, Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { depositGroup, dueOf, openTroubles } from '#shared/modules/order/facts.ts';
import { hasEvent, type Order } from '#shared/modules/order/module.ts';
import { orderProgress } from '#shared/modules/order/progress.ts';
import { pickup } from '#shared/modules/pickup/module.ts';

/** What an order can be waiting for, in the order a clerk works through them (ORD-07). */
export const waits = [
  'confirmation',
  'stock',
  'review',
  'money',
  'purchase',
  'goods',
  'dispatch',
  'delivery',
  'signature',
  'refund',
  'trouble',
  'closing',
] as const;
export type Wait = (typeof waits)[number];

/** The figures behind the board, of one order. */
export interface OrderFigures {
  /** Still to be paid; negative: to be paid back. */
  open: Fen;
  /** Thousandths not handed over yet, all lines. */
  undelivered: Milli;
  /** Thousandths not on any dispatch note yet; deliveries only. */
  unnoted: Milli;
  /** Goods for it are being bought in, or have still to be ordered. */
  buying: boolean;
  /** The customer has to sign before it may be reviewed (G-24). */
  unsigned: boolean;
}

const NOTHING: OrderFigures = { open: 0, undelivered: 0, unnoted: 0, buying: false, unsigned: false };

/** Reads what `waitsOf` needs; documents only where balances do not say it. */
export async function figuresOf(read: Reader, record: DocumentRecord<Order>): Promise<OrderFigures> {
  if (record.status === 'checked')
    return { ...NOTHING, unsigned: !hasEvent(record, 'signed') && (await depositGroup(read, record.body)) !== 'general' };
  if (record.status !== 'released') return NOTHING;
  const { open } = await dueOf(read, record);
  const undelivered = [...(await read.balances(`undelivered/${record.id}/`)).values()].reduce((sum, quantity) => sum + quantity, 0);
  const unnoted =
    record.body.class === 'delivery' && undelivered > 0
      ? (await orderProgress(read, record)).reduce((sum, line) => sum + line.open.quantity, 0)
      : 0;
  return { ...NOTHING, open, undelivered, unnoted, buying: undelivered > 0 && (await isBuying(read, record)) };
}

/** A purchase was agreed at the stock check and its goods are not in yet. */
async function isBuying(read: Reader, record: DocumentRecord<Order>): Promise<boolean> {
  if (!agreedToBuy(record)) return false;
  const slips = (await read.all({ kind: pickup.kind, source: record.id }, 100)).rows.filter(({ status }) => status !== 'cancelled');
  return slips.length === 0 || slips.some(({ status }) => status !== 'stocked' && status !== 'closed');
}

/** What the order waits for, next first; [] when it is at its end. The class decides what comes first (SHP-01). */
export function waitsOf(record: Pick<DocumentRecord<Order>, 'status' | 'events' | 'body'>, figures: OrderFigures): Wait[] {
  if (record.status === 'received') return ['confirmation'];
  if (record.status === 'confirmed') return ['stock'];
  if (record.status === 'checked') return figures.unsigned ? ['signature', 'review'] : ['review'];
  if (record.status !== 'released') return [];

  const found = [...byClass(record, figures)];
  if (figures.open < 0) found.push('refund');
  if (openTroubles(record).length > 0) found.push('trouble');
  return found.length > 0 ? found : ['closing'];
}

function byClass(record: Pick<DocumentRecord<Order>, 'events' | 'body'>, { open, undelivered, unnoted, buying }: OrderFigures): Wait[] {
  // A slip on account closes without the money: that stays a receivable.
  const money: Wait[] = open > 0 && record.body.class !== 'account' ? ['money'] : [];
  const goods: Wait[] = undelivered > 0 ? ['goods'] : [];
  const purchase: Wait[] = buying ? ['purchase'] : [];
  switch (record.body.class) {
    case 'carry':
      return [...money, ...purchase, ...goods];
    case 'account':
      return [...purchase, ...goods, ...(hasEvent(record, 'signed') ? [] : (['signature'] as const))];
    case 'delivery':
      return [
        ...purchase,
        ...(unnoted > 0 ? (['dispatch'] as const) : []),
        ...(undelivered > unnoted ? (['delivery'] as const) : []),
        ...money,
      ];
    default:
      return [...purchase, ...goods, ...money];
  }
}

/** At the stock check goods were short and the customer wanted them bought in (G-23). */
export function agreedToBuy(record: Pick<AnyRecord, 'events'>): boolean {
  return record.events.some(
    ({ type, data }) => type === 'checked' && data.choice === 'purchase' && Array.isArray(data.short) && data.short.length > 0,
  );
}
