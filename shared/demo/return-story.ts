/** Goods that come back: asked for, approved, received, money returned (ORD-09). */
import { lineValues, order } from '#shared/modules/order/module.ts';
import { partyPart } from '#shared/modules/order/goods-out.ts';
import { refund } from '#shared/modules/receipt/rules.ts';
import { returnSlip } from '#shared/modules/return/module.ts';
import type { Story } from './diary.ts';
import { another, look, make, print, soon, step, type World } from './world.ts';

const causes = ['型号买错', '多买了', '外壳有划伤', '通电不吸合', '图纸变更，用不上', '客户项目取消'] as const;

export async function* bringBack(world: World, id: string, days: number, until: 'end' | 'asked' | 'approved' = 'end'): Story {
  const { book, random, people } = world;
  if (days > 0) yield another(world, days);
  const sale = await look(world, order, id);
  const index = random.whole(0, sale.body.lines.length - 1);
  const item = sale.body.lines[index];
  const value = lineValues(sale.body)[index] ?? 0;
  if (!item || item.gift || sale.status === 'voided') return;
  const reason = random.pick(causes);
  const damaged = reason === '外壳有划伤' || reason === '通电不吸合';
  const { product, code, name, spec, unit, quantity, price } = item;
  const seller = people.sellers.find(({ id: one }) => one === sale.owner) ?? random.pick(people.sellers);
  const slip = await make(
    world,
    seller,
    returnSlip,
    {
      order: id,
      orderNo: sale.no,
      customerName: sale.body.customerName,
      seller: sale.owner,
      location: sale.body.location,
      reason,
      condition: damaged ? 'damaged' : 'good',
      lines: [{ product, code, name, spec, unit, line: index, quantity, price, value }],
      total: value,
    },
    { party: sale.party, source: id },
  );
  if (until === 'asked') return;
  yield soon(world, 15, 90);
  const manager = random.pick(people.managers.filter(({ id: one }) => one !== seller.id));
  if (until === 'end' && random.chance(0.08)) {
    await step(world, manager, returnSlip, slip, 'refused', { reason: '已拆封使用' });
    return;
  }
  await step(world, manager, returnSlip, slip, 'approved');
  await print(world, seller, slip, 'return-slip');
  if (until === 'approved') return;
  yield soon(world, 10, 60);
  await step(world, random.pick(people.keepers), returnSlip, slip, 'received', { day: book.today });
  const credit = -book.amount(`receivable/${partyPart(sale.party)}/${id}`);
  if (credit <= 0) return;
  yield soon(world, 3, 15);
  const cashier = random.pick(people.cashiers);
  const { receipt } = await book.must(cashier, refund({ order: id, method: 'cash', amount: credit, reason: `退货 ${item.name}` }));
  await print(world, cashier, receipt, 'refund-receipt');
}
