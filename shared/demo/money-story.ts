/** Paying, handing over, and putting right what was booked wrongly. */
import type { Fen } from '#shared/core/money.ts';
import type { Method } from '#shared/modules/fields.ts';
import { bundlesOf, offerHandover, receiveHandover } from '#shared/modules/handover/rules.ts';
import { dueOf } from '#shared/modules/order/facts.ts';
import { order } from '#shared/modules/order/module.ts';
import { reverseReceipt, settleReceivable, takeMoney } from '#shared/modules/receipt/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import type { Story } from './diary.ts';
import { another, look, print, type World } from './world.ts';

export function methodFor(world: World, amount: Fen): Method {
  const { random } = world;
  if (amount > 2_000_000)
    return random.weigh([
      ['transfer', 8],
      ['card', 1],
      ['cheque', 1],
    ]);
  if (amount > 300_000)
    return random.weigh([
      ['transfer', 4],
      ['wechat', 2],
      ['card', 2],
      ['alipay', 1],
      ['cash', 1],
    ]);
  return random.weigh([
    ['wechat', 42],
    ['cash', 32],
    ['alipay', 16],
    ['card', 6],
    ['transfer', 4],
  ]);
}

/** What a customer puts on the counter: the next round note. */
export function tenderedFor(amount: Fen, method: Method): Fen {
  const note = amount > 20_000 ? 10_000 : amount > 5_000 ? 5_000 : 1_000;
  return method === 'cash' ? Math.ceil(amount / note) * note : 0;
}

/** The cashier takes all that is open; once in a while by the wrong method, which is put right at once. */
export async function payAll(world: World, cashier: Actor, id: string): Promise<void> {
  const { open } = await dueOf(world.book, await look(world, order, id));
  if (open <= 0) return;
  const method = methodFor(world, open);
  const pay = (by: Method) => takeMoney({ order: id, method: by, amount: open, tendered: tenderedFor(open, by), reason: '' });
  if (world.random.chance(0.012)) {
    const wrong = await world.book.must(cashier, pay(method === 'wechat' ? 'alipay' : 'wechat'));
    await world.book.must(cashier, reverseReceipt(wrong.receipt, '收款方式录错'));
  }
  const paid = await world.book.must(cashier, pay(method));
  if (world.random.chance(0.5)) await print(world, cashier, paid.receipt, 'receipt');
}

/** A debt is paid, perhaps in two goes; what is still open afterwards stays open. */
export async function payDebt(world: World, cashier: Actor, party: string, id: string, share: number): Promise<void> {
  const { open } = await dueOf(world.book, await look(world, order, id));
  const amount = share >= 1 ? open : Math.round((open * share) / 10_000) * 10_000;
  if (amount <= 0) return;
  const method = methodFor(world, amount);
  const debts = { party, sources: [id], method, amount, tendered: tenderedFor(amount, method), reason: '' };
  await world.book.must(cashier, settleReceivable(debts));
}

/** Every evening the drawer goes to finance, counted (G-38). */
export async function* handOver(world: World, cashier: Actor): Story {
  yield another(world, 0, 17 * 60 + 32, 17 * 60 + 46);
  const bundles = await bundlesOf(world.book, cashier.id);
  if (bundles.length === 0) return;
  const short = world.random.chance(0.02) ? world.random.whole(-5, 3) * 100 : 0;
  const counted = bundles.map(({ day, method, booked }, index) => ({
    day,
    method,
    counted: booked + (index === 0 && method === 'cash' ? short : 0),
  }));
  const note = short === 0 ? '' : '现金清点有出入，次日复核';
  const { handover } = await world.book.must(cashier, offerHandover({ counted, note }));
  await print(world, cashier, handover, 'handover-sheet');
  yield world.diary.minute + world.random.whole(6, 12);
  await world.book.must(world.random.pick(world.people.finance), receiveHandover(handover));
}
