/** Goods of a contract go out by orders made from it (ORD-06): what is ordered, what is open, and the next order. */
import type { Day } from '#shared/core/calendar.ts';
import { allocate, lineAmount, type Fen, type Milli } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { mergeCounted, type Counted } from '../order/counted.ts';
import { partValue } from '../order/goods-out.ts';
import { order, type Order } from '../order/module.ts';
import { takeOrder } from '../order/rules.ts';
import { readContract } from './facts.ts';
import { beginPerformance } from './life.ts';
import type { Contract } from './module.ts';
import { termsLineValues, type TermsLine } from './terms.ts';

interface Part {
  quantity: Milli;
  value: Fen;
}

/** How far one line of a contract is. */
export interface ContractLineProgress {
  agreed: Part;
  /** On an order that counts. */
  ordered: Part;
  open: Part;
}

/** Living orders of a contract, newest first. */
export async function ordersOf(read: Reader, contractId: string): Promise<DocumentRecord<Order>[]> {
  const { rows } = await read.all({ kind: order.kind, source: contractId });
  return rows.filter(({ status }) => status !== 'voided' && status !== 'returned').map((row) => order.read(row));
}

/**
 * What of each line is on orders already. Lines of the same goods at the same price fill one after the other; what the contract comes to
 * less all orders is spread over what is open, so that the orders add up to the contract to the fen.
 */
export async function contractProgress(read: Reader, record: DocumentRecord<Contract>): Promise<ContractLineProgress[]> {
  const orders = await ordersOf(read, record.id);
  const pools = new Map<string, Milli>();
  for (const line of orders.flatMap(({ body }) => body.lines)) pools.set(keyOf(line), (pools.get(keyOf(line)) ?? 0) + line.quantity);
  const lines = record.body.lines.map((line) => {
    const pool = pools.get(keyOf(line)) ?? 0;
    const ordered = Math.min(line.quantity, pool);
    pools.set(keyOf(line), pool - ordered);
    return { line, ordered, open: line.quantity - ordered };
  });
  const openLines = lines.filter(({ open }) => open > 0);
  const rest = record.body.total - orders.reduce((sum, { body }) => sum + body.total, 0);
  const weights = openLines.map(({ line, open }) => lineAmount(line.gift ? 0 : line.price, open));
  const openValues = openLines.length === 0 ? [] : allocate(rest, weights);
  const agreedValues = termsLineValues(record.body);
  return lines.map((one, index) => {
    const agreed = { quantity: one.line.quantity, value: agreedValues[index] ?? 0 };
    const value = openValues[openLines.indexOf(one)] ?? 0;
    return { agreed, ordered: { quantity: one.ordered, value: agreed.value - value }, open: { quantity: one.open, value } };
  });
}

function keyOf({
  product,
  code,
  name,
  spec,
  price,
  gift,
}: Pick<TermsLine, 'product' | 'code' | 'name' | 'spec' | 'price' | 'gift'>): string {
  return [product, code, name, spec, price, gift].join('\n');
}

export interface ContractOrderInput {
  contract: string;
  /** Thousandths by line of the contract. */
  lines: readonly Counted[];
  location: string;
  deliverOn: Day;
  address: string;
  notes: string;
}

/**
 * An order for delivery under a contract, at the contract's prices; the reviewing manager passes it on as any other (G-22). Prices below a
 * floor were approved with the application. Refuses with NotFound, NoLines, QuantityNotPositive, MoreThanAgreed, or Blocked by G-17, G-20.
 */
export function orderFromContract(input: ContractOrderInput): Decide<{ order: string }> {
  return async (read, moment) => {
    const record = await readContract(read, input.contract);
    if (!record) return refuse('NotFound', { id: input.contract });
    const wanted = mergeCounted(input.lines);
    if (!wanted.ok) return wanted;
    const progress = await contractProgress(read, record);
    const lines: Order['lines'] = [];
    let value = 0;
    for (const { line, quantity } of wanted.value) {
      const item = record.body.lines[line];
      const open = progress[line]?.open ?? { quantity: 0, value: 0 };
      if (!item || quantity > open.quantity) return refuse('MoreThanAgreed', { line: line + 1, open: open.quantity, quantity });
      lines.push({ ...item, quantity, floor: 0, amount: lineAmount(item.price, quantity) });
      value += partValue(open, quantity);
    }
    const { body } = record;
    const taken = await takeOrder({
      party: record.party,
      source: record.id,
      agreed: value,
      confirmed: { quantity: true, specification: true, price: true, delivery: true },
      // What is not there is being made: the production notice says so.
      shortage: { told: true, choice: 'wait' },
      body: {
        class: 'delivery',
        channel: 'field',
        customerName: body.customerName,
        phone: body.phone,
        address: input.address.trim() || body.deliverTo || body.address,
        location: input.location,
        lines,
        discount: Math.max(0, lines.reduce((sum, line) => sum + line.amount, 0) - value),
        deliverOn: input.deliverOn,
        creditDays: 0,
        notes: input.notes.trim(),
        contract: record.id,
        contractNo: record.no,
      },
    })(read, moment);
    if (!taken.ok) return taken;
    const begun = beginPerformance(record, { kind: order.kind, paper: taken.value.answer.order }, moment);
    return begun.ok ? ok({ records: [...taken.value.records, ...begun.value], answer: taken.value.answer }) : begun;
  };
}
