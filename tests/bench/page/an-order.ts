import type { Book } from '#renderer/book/book.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { order, type Order } from '#shared/modules/order/module.ts';
import type { OrderInput } from '#shared/modules/order/rules.ts';
import { actorOf, staff } from '#shared/modules/staff/module.ts';
import type { Actor } from '#shared/policy/roles.ts';

export const LINES = 20;

/** Somebody of the branch and what he sells: twenty goods at list price, to be delivered. */
export async function orderOf(book: Book): Promise<{ input: OrderInput; actor: Actor }> {
  const { rows: people } = await book.all({ kind: staff.kind, status: 'active' });
  const seller = people.map((row) => staff.read(row)).find(({ body }) => body.roles.includes('salesperson'));
  const known = await findOrders(book);
  const [first] = known;
  if (!seller || !first) throw new Error('no salesperson or no order');
  const { total: _total, lines: _lines, ...body } = first.body;
  const lines = known
    .flatMap(({ body }) => body.lines.filter(({ gift }) => !gift))
    .filter((line, at, all) => all.findIndex(({ product }) => product === line.product) === at)
    .slice(0, LINES)
    .map((line) => ({ ...line, price: line.listPrice }));
  return {
    actor: actorOf(seller.id, seller.body),
    input: {
      body: { ...body, lines, discount: 0, creditDays: 0 },
      party: first.party,
      confirmed: { quantity: true, specification: true, price: true, delivery: true },
      shortage: { told: true, choice: 'wait' },
    },
  };
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
