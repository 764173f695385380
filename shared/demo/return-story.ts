/** Goods that come back: asked for, approved, received, money returned (ORD-09). */
import { order } from '#shared/modules/order/module.ts';
import { partyPart } from '#shared/modules/order/goods-out.ts';
import { refund } from '#shared/modules/receipt/rules.ts';
import { approveReturn, askReturn, receiveReturn, refuseReturn } from '#shared/modules/return/rules.ts';
import type { Story } from './diary.ts';
import { another, look, print, soon, type World } from './world.ts';

const causes = ['型号买错', '多买了', '外壳有划伤', '通电不吸合', '图纸变更，用不上', '客户项目取消'] as const;

export async function* bringBack(world: World, id: string, days: number, until: 'end' | 'asked' | 'approved' = 'end'): Story {
  const { book, random, people } = world;
  if (days > 0) yield another(world, days);
  const sale = await look(world, order, id);
  const index = random.whole(0, sale.body.lines.length - 1);
  const item = sale.body.lines[index];
  if (!item || item.gift || sale.status === 'voided') return;
  const reason = random.pick(causes);
  const condition = reason === '外壳有划伤' || reason === '通电不吸合' ? 'damaged' : 'good';
  const seller = people.sellers.find(({ id: one }) => one === sale.owner) ?? random.pick(people.sellers);
  // All of a line, or one piece of several.
  const quantity = item.quantity > 2000 && random.chance(0.6) ? 1000 : item.quantity;
  const asked = await book.run(seller, askReturn({ order: id, lines: [{ line: index, quantity }], reason, condition }));
  // Part of it has come back before, or has never gone out.
  if (!asked.ok) return;
  const slip = asked.value.return;
  if (until === 'asked') return;
  yield soon(world, 15, 90);
  const manager = random.pick(people.managers.filter(({ id: one }) => one !== seller.id));
  if (until === 'end' && random.chance(0.08)) {
    await book.must(manager, refuseReturn(slip, '已拆封使用'));
    return;
  }
  await book.must(manager, approveReturn(slip));
  await print(world, seller, slip, 'return-slip');
  if (until === 'approved') return;
  yield soon(world, 10, 60);
  await book.must(random.pick(people.keepers), receiveReturn(slip));
  const credit = -book.amount(`receivable/${partyPart(sale.party)}/${id}`);
  if (credit <= 0) return;
  yield soon(world, 3, 15);
  const cashier = random.pick(people.cashiers);
  const { receipt } = await book.must(cashier, refund({ order: id, method: 'cash', amount: credit, reason: `退货 ${item.name}` }));
  await print(world, cashier, receipt, 'refund-receipt');
}
