import type { Book } from '#renderer/book/book.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { order, type Order } from '#shared/modules/order/module.ts';
import type { OrderInput } from '#shared/modules/order/rules.ts';
import { actorOf, staff } from '#shared/modules/staff/module.ts';
import type { Actor } from '#shared/policy/roles.ts';

export const LINES = 20;

/** Somebody of the branch and what he sells: twenty goods at list price, to be delivered; each order to another customer, of other goods as far as there are any. */
export async function ordersOf(book: Book): Promise<{ inputAt: (at: number) => OrderInput; actor: Actor }> {
  const { rows: people } = await book.all({ kind: staff.kind, status: 'active' });
  const seller = people.map((row) => staff.read(row)).find(({ body }) => body.roles.includes('salesperson'));
  const known = await findOrders(book);
  if (!seller || known.length === 0) throw new Error('no salesperson or no order');
  const goods = known
    .flatMap(({ body }) => body.lines.filter(({ gift }) => !gift))
    .filter((line, at, all) => all.findIndex(({ product }) => product === line.product) === at)
    .map((line) => ({ ...line, price: line.listPrice }));
  if (goods.length < LINES) throw new Error(`only ${goods.length} goods were ever ordered`);
  return {
    actor: actorOf(seller.id, seller.body),
    inputAt: (at) => {
      const { body: asBefore, party } = pick(known, at);
      const { total: _total, lines: _lines, ...body } = asBefore;
      return {
        body: { ...body, lines: Array.from({ length: LINES }, (_, line) => pick(goods, at * LINES + line)), discount: 0, creditDays: 0 },
        party,
        confirmed: { quantity: true, specification: true, price: true, delivery: true },
        shortage: { told: true, choice: 'wait' },
      };
    },
  };
}

function pick<One>(all: readonly One[], at: number): One {
  const found = all[at % all.length];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

async function findOrders(book: Book): Promise<DocumentRecord<Order>[]> {
  const found: DocumentRecord<Order>[] = [];
  for (let after: string | null = ''; after !== null && found.length < 200;) {
    const page: { rows: AnyRecord[]; next: string | null } = await book.list({ kind: order.kind, after, limit: 100 });
    found.push(
      ...page.rows.map((row) => order.read(row)).filter(({ body }) => body.class === 'delivery' && !body.contract && !body.quotation),
    );
    after = page.next;
  }
  return found;
}
