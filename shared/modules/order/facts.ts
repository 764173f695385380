/** What decisions about orders read. */
import { daysBetween, type Day } from '#shared/core/calendar.ts';
import { divideRounded, lineAmount, type Fen, type Milli } from '#shared/core/money.ts';
import { readAs } from '#shared/documents/step.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentEvent, DocumentRecord } from '#shared/documents/record.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { contract, isInForce } from '../contract/module.ts';
import { gradeFacts, gradeOf, heldByContracts, limitUnder } from '../credit/facts.ts';
import { customer } from '../customer/module.ts';
import { fileFacts, partyIds } from '../customer/facts.ts';
import { product, type Product } from '../product/module.ts';
import { moneyOf, overdueOf } from '../recovery/contract-money.ts';
import { partyPart } from './goods-out.ts';
import { dueDay, hasEvent, isOnAccount, lineValues, order, type Order } from './module.ts';

export function readOrder(read: Reader, id: string): Promise<DocumentRecord<Order> | null> {
  return readAs(read, order, id);
}

/** What is still to be paid: the total less what was not delivered or came back, less what was received. A contract's order owes nothing itself. */
export async function dueOf(read: Reader, record: DocumentRecord<Order>): Promise<{ due: Fen; received: Fen; open: Fen }> {
  if (record.body.contract) return { due: 0, received: 0, open: 0 };
  const due = record.body.total - (await read.balance(`reduced/${record.id}`));
  const received = await read.balance(`received/${record.id}`);
  return { due, received, open: due - received };
}

/** What G-36 reads. An order that comes to nothing needs no stamp. */
export async function moneyFacts(read: Reader, record: DocumentRecord<Order>, goods: boolean): Promise<Facts> {
  const { due, received } = await dueOf(read, record);
  return { due, received, stamped: hasEvent(record, 'stamped') || due <= 0, class: record.body.class, goods };
}

/** What closing an order reads: money in and stamped (G-36), or the customer's signature on account (G-37). */
export async function closingFacts(read: Reader, record: DocumentRecord<Order>): Promise<{ money: Facts; signature: Facts }> {
  const signs = record.body.class === 'account';
  return {
    // A slip on account closes on the customer's signature; the money stays a receivable.
    money: signs ? { due: 0, received: 0, stamped: true, class: 'account', goods: false } : await moneyFacts(read, record, false),
    signature: { customerSigned: !signs || hasEvent(record, 'signed') },
  };
}

/** Free stock of a product at a place: there and not promised. */
export async function freeStock(read: Reader, location: string, productId: string): Promise<Milli> {
  const [stock, reserved] = await Promise.all([
    read.balance(`stock/${location}/${productId}`),
    read.balance(`reserved/${location}/${productId}`),
  ]);
  return stock - reserved;
}

/** Lines of which less is free at the location than wanted; thousandths. */
export async function shortLines(
  read: Reader,
  body: Pick<Order, 'location' | 'lines'>,
): Promise<{ product: string; name: string; missing: Milli }[]> {
  const wanted = new Map<string, { name: string; quantity: number }>();
  for (const line of body.lines)
    wanted.set(line.product, { name: line.name, quantity: (wanted.get(line.product)?.quantity ?? 0) + line.quantity });
  const looked = await Promise.all(
    [...wanted].map(async ([product, line]) => ({ product, ...line, free: await freeStock(read, body.location, product) })),
  );
  return looked.flatMap(({ product, name, quantity, free }) =>
    quantity > free ? [{ product, name, missing: quantity - Math.max(0, free) }] : [],
  );
}

/** What G-23 reads: what is short, and what was agreed about it. */
export function shortageFacts(short: readonly { missing: Milli }[], agreed: { told: boolean; choice: string }): Facts {
  return { short: short.reduce((sum, line) => sum + line.missing, 0), lines: short.length, told: agreed.told, choice: agreed.choice };
}

export interface Substitute {
  id: string;
  body: Product;
  free: Milli;
}

/** What to offer instead of a short line, best first; those with enough in stock before the others (ORD-03). */
export async function substitutes(read: Reader, line: { product: string; quantity: Milli }, location: string): Promise<Substitute[]> {
  const wanted = await readAs(read, product, line.product);
  if (!wanted) return [];
  const found = await read.getMany(wanted.body.substitutes);
  const offers: Substitute[] = [];
  for (const id of wanted.body.substitutes) {
    const record = found.get(id);
    if (record?.kind !== product.kind || record.status !== 'active') continue;
    offers.push({ id, body: product.read(record).body, free: await freeStock(read, location, id) });
  }
  const enough = (offer: Substitute) => (offer.free >= line.quantity ? 0 : 1);
  return offers.toSorted((a, b) => enough(a) - enough(b));
}

/** Product group whose deposit range and signing order apply: imported before domestic before general (G-24, G-25). */
export async function depositGroup(read: Reader, body: Pick<Order, 'lines'>): Promise<Product['group']> {
  const found = await read.getMany([...new Set(body.lines.map((line) => line.product))].filter((id) => id !== ''));
  const groups = new Set([...found.values()].flatMap((record) => (record.kind === product.kind ? [product.read(record).body.group] : [])));
  return groups.has('imported') ? 'imported' : groups.has('domestic') ? 'domestic' : 'general';
}

/** What G-24 reads: the customer signed first, then the supervisor. */
export function signatureFacts(record: { events: readonly DocumentEvent[] }): Facts {
  const signed = record.events.findIndex(({ type }) => type === 'signed');
  const reviewed = record.events.findIndex(({ type }) => type === 'reviewed');
  return { customerSigned: signed >= 0 && (reviewed < 0 || signed < reviewed), supervisorSigned: reviewed >= 0 };
}

/** What G-02 reads: each line's price after its share of the order's discount against its floor; `below`: the furthest, in basis points. */
export function floorFacts(body: Pick<Order, 'total' | 'lines'>): Facts {
  const values = lineValues(body);
  const below = body.lines
    .map((line, index) => ({ line, value: values[index] ?? 0, least: lineAmount(line.floor, line.quantity) }))
    .filter(({ line, value, least }) => !line.gift && value < least)
    .toSorted((a, b) => b.least - b.value - (a.least - a.value));
  const worst = below[0];
  if (!worst) return { lines: 0 };
  const price = divideRounded(BigInt(worst.value) * 1000n, BigInt(worst.line.quantity));
  // Rounded up: a hair below the floor is below it.
  const shares = below.map(({ value, least }) => Number((BigInt(least - value) * 10_000n + BigInt(least) - 1n) / BigInt(least)));
  return { lines: below.length, price, floor: worst.line.floor, name: worst.line.name, below: Math.max(...shares) };
}

export interface OpenDebt {
  /** Customer file it is booked under: the customer's own, or one merged into it. */
  party: string;
  /** The order, or the receivable from before the program. */
  source: string;
  no: string;
  amount: Fen;
  due: Day;
  overdueDays: number;
}

/** What a customer owes, by document, longest overdue first; prepayments have negative amounts and come last. */
export async function openDebts(read: Reader, parties: readonly string[], today: Day): Promise<OpenDebt[]> {
  const debts = new Map<string, { party: string; amount: Fen }>();
  for (const party of parties) {
    for (const [path, amount] of await read.balances(`receivable/${partyPart(party)}/`))
      debts.set(path.split('/')[2] ?? '', { party, amount });
  }
  const sources = await read.getMany([...debts.keys()]);
  // A contract is paid by its plan, whatever was delivered when.
  const late = new Map<string, { since: Day | '' }>();
  for (const record of sources.values()) {
    if (record.kind === contract.kind) late.set(record.id, overdueOf(await moneyOf(read, contract.read(record)), today));
  }
  return [...debts]
    .map(([source, { party, amount }]) => {
      const record = sources.get(source);
      const due =
        late.get(source)?.since ||
        (record?.kind === order.kind
          ? dueDay(order.read(record))
          : typeof record?.body.due === 'string'
            ? record.body.due
            : record?.kind === contract.kind
              ? today
              : (record?.day ?? today));
      return { party, source, no: record?.no || record?.title || '', amount, due, overdueDays: amount > 0 ? daysBetween(due, today) : 0 };
    })
    .toSorted((a, b) => Math.sign(b.amount) - Math.sign(a.amount) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/**
 * What G-05, G-06 and G-07 read; null when the customer has no file. Goods promised on account count like goods gone, and so does what
 * contracts in force will let the customer owe.
 * @param known the open debts, when they were read already
 */
export async function creditFacts(
  read: Reader,
  party: string,
  sale: Fen,
  today: Day,
  known?: readonly OpenDebt[],
): Promise<{ file: Facts; grade: Facts; limit: Facts } | null> {
  const record = await readAs(read, customer, party);
  if (!record) return null;
  const parties = await partyIds(read, party);
  const debts = (known ?? (await openDebts(read, parties, today))).filter(({ amount }) => amount > 0);
  const promised = (await promisedOnAccount(read, parties)) + (await heldByContracts(read, parties));
  const open = debts.reduce((sum, debt) => sum + debt.amount, 0) + promised;
  const grade = await gradeOf(read, parties, today);
  const overdueDays = Math.max(await longestOverdue(read, parties, today), ...debts.map((debt) => debt.overdueDays));
  const { limit } = limitUnder(grade, record.body);
  return { file: fileFacts(record.body), grade: gradeFacts(grade, 'account', sale), limit: { open, sale, limit, overdueDays } };
}

/** Days that the oldest unpaid instalment of a contract in force is late, delivered or not. */
async function longestOverdue(read: Reader, parties: readonly string[], today: Day): Promise<number> {
  let longest = 0;
  for (const party of parties) {
    for (const row of (await read.all({ kind: contract.kind, party })).rows) {
      if (!isInForce(row.status)) continue;
      longest = Math.max(longest, overdueOf(await moneyOf(read, contract.read(row)), today).days);
    }
  }
  return longest;
}

async function promisedOnAccount(read: Reader, parties: readonly string[]): Promise<Fen> {
  const promised = new Map<string, Fen>();
  for (const party of parties) {
    for (const [path, amount] of await read.balances(`unbilled/${partyPart(party)}/`)) {
      const id = path.split('/')[2] ?? '';
      promised.set(id, (promised.get(id) ?? 0) + amount);
    }
  }
  const orders = await read.getMany([...promised.keys()]);
  return [...promised].reduce((sum, [id, amount]) => {
    const record = orders.get(id);
    return record?.kind === order.kind && isOnAccount(order.read(record).body) ? sum + amount : sum;
  }, 0);
}

/** Troubles noted on an order that no later note says are solved (ORD-07, ORD-08). */
export function openTroubles(record: { events: readonly DocumentEvent[] }): DocumentEvent[] {
  const notes = record.events.filter((event) => event.type === 'noted');
  return notes.filter(
    ({ id, data }) => (data.topic === 'delay' || data.topic === 'exception') && !notes.some((later) => later.data.solves === id),
  );
}
