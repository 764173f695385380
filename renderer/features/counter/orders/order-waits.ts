import type { Fen, Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { depositGroup, dueOf, openTroubles } from '#shared/modules/order/facts.ts';
import { hasEvent, type Order } from '#shared/modules/order/module.ts';
import { pickup } from '#shared/modules/pickup/module.ts';

/** What an order can be waiting for, in the order a clerk works through them (ORD-07). */
export const waits = ['review', 'money', 'purchase', 'goods', 'dispatch', 'delivery', 'signature', 'refund', 'trouble', 'closing'] as const;
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

/** What orders have in common, read once for a whole board. */
export interface Surroundings {
  /** Thousandths not handed over yet, by order. */
  undelivered: ReadonlyMap<string, Milli>;
  /** Thousandths on dispatch notes whose goods are not out yet, by order. */
  onNotes: ReadonlyMap<string, Milli>;
  /** Orders for which a pick-up slip is under way. */
  bought: ReadonlySet<string>;
}

const notesBeforeOut = ['drafted', 'released', 'picked'] as const;
const slipsUnderWay = ['written', 'photographed', 'recorded', 'drawn'] as const;

/** @param order only this one's; all open orders' when left out */
export async function readSurroundings(read: Reader, order?: string): Promise<Surroundings> {
  const papers = async (kind: string, statuses: readonly string[]): Promise<AnyRecord[]> => {
    if (order !== undefined) return (await read.all({ kind, source: order })).rows.filter(({ status }) => statuses.includes(status));
    return (await Promise.all(statuses.map(async (status) => (await read.all({ kind, status })).rows))).flat();
  };
  const undelivered = new Map<string, Milli>();
  for (const [path, quantity] of await read.balances(order === undefined ? 'undelivered/' : `undelivered/${order}/`))
    add(undelivered, path.split('/')[1] ?? '', quantity);
  const onNotes = new Map<string, Milli>();
  for (const note of (await papers(dispatch.kind, notesBeforeOut)).map(dispatch.read))
    add(
      onNotes,
      note.body.order,
      note.body.lines.reduce((sum, line) => sum + line.quantity, 0),
    );
  return { undelivered, onNotes, bought: new Set((await papers(pickup.kind, slipsUnderWay)).map((slip) => slip.source)) };
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

/** The figures of one order; two balances of its own, the rest from its surroundings. */
export async function figuresOf(read: Reader, record: DocumentRecord<Order>, around: Surroundings): Promise<OrderFigures> {
  if (record.status === 'checked')
    return { ...NOTHING, unsigned: !hasEvent(record, 'signed') && (await depositGroup(read, record.body)) !== 'general' };
  if (record.status !== 'released') return NOTHING;
  const { open } = await dueOf(read, record);
  const undelivered = around.undelivered.get(record.id) ?? 0;
  const unnoted = record.body.class === 'delivery' ? undelivered - (around.onNotes.get(record.id) ?? 0) : 0;
  const buying = undelivered > 0 && agreedToBuy(record) && (around.bought.has(record.id) || !hasEvent(record, 'arrived'));
  return { ...NOTHING, open, undelivered, unnoted, buying };
}

/** What the order waits for, next first; [] when it is at its end. The class decides what comes first (SHP-01). */
export function waitsOf(record: Pick<DocumentRecord<Order>, 'status' | 'events' | 'body'>, figures: OrderFigures): Wait[] {
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
