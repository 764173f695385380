/** Deliveries: reviewed order, dispatch note, stock-out, gate, signed copy, booking, money (DSP-01…07). */
import { addDays } from '#shared/core/calendar.ts';
import { dispatch, type Dispatch } from '#shared/modules/dispatch/module.ts';
import {
  bookDelivery,
  cancelDispatch,
  delayDispatch,
  handCollection,
  issueStock,
  markPicked,
  recordSignedCopy,
  releaseDispatch,
  returnDispatch,
  writeDispatch,
} from '#shared/modules/dispatch/rules.ts';
import { gatepass } from '#shared/modules/gatepass/module.ts';
import { issueGatepass, passGate } from '#shared/modules/gatepass/rules.ts';
import { depositGroup, dueOf, openTroubles } from '#shared/modules/order/facts.ts';
import { order } from '#shared/modules/order/module.ts';
import { closeOrder, correctOrder } from '#shared/modules/order/rules.ts';
import { envelopeOrder, noteOrder, returnOrder, reviewOrder, signOrder } from '#shared/modules/order/steps.ts';
import { takeDeposit } from '#shared/modules/receipt/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { carriers, drivers } from './company.ts';
import type { Story } from './diary.ts';
import { everything, orderInput, orderOnCredit, waitForMoney } from './counter-story.ts';
import { fillBasket, type Basket } from './goods.ts';
import { methodFor, payAll, tenderedFor } from './money-story.ts';
import { plate } from './names.ts';
import { demoPhoto } from './photo.ts';
import { bringBack } from './return-story.ts';
import { another, clock, look, print, soon, type Buyer, type World } from './world.ts';

/** How far a delivery has come when the demonstration ends. */
export const stages = ['ordered', 'reviewed', 'noted', 'released', 'picked', 'out', 'pass', 'passed', 'signed', 'end'] as const;
export type Stage = (typeof stages)[number];

export interface DeliveryPlan {
  until?: Stage;
  /** One line of machines with a deposit of their own. */
  machines?: boolean;
}

export async function* delivery(world: World, buyer: Buyer, plan: DeliveryPlan = {}): Story {
  const { book, random, places } = world;
  const until = plan.until ?? 'end';
  const machines = plan.machines ?? random.chance(0.3);
  const lines = random.weigh([
    [1, 2],
    [2, 3],
    [4, 3],
    [8, 1.5],
    [14, 0.5],
  ]);
  const basket = fillBasket(world, places.store, lines, { buyer, machines, bulk: 2 });
  if (!basket) return;
  const onCredit = buyer.body.creditLimit > 0 && random.chance(0.75);
  const rest = {
    creditDays: onCredit ? buyer.body.creditDays : 0,
    deliverOn: addDays(book.today, random.whole(1, 6)),
    notes: noteFor(world),
  };
  const id = await orderOnCredit(world, buyer, orderInput(world, 'delivery', basket, places.store, buyer, rest), until !== 'end');
  if (id === '') return;
  await print(world, buyer.seller, id, 'sales-contract');
  const sale = await review(world, buyer, id, basket, until);
  if (sale === null) return;
  if (sale !== id) yield soon(world, 20, 60);
  if (until === 'reviewed') return;
  await deposit(world, buyer, sale);

  yield until !== 'end' || random.chance(0.5) ? soon(world, 20, 90) : another(world, 1);
  for (const part of partsOf(world, basket, until)) {
    yield* ship(world, buyer, sale, part, until);
    if (until !== 'end') return;
  }
  if (random.chance(0.02)) yield* bringBack(world, sale, random.whole(1, 6));
  yield* settle(world, buyer, sale, onCredit);
}

function noteFor(world: World): string {
  return world.random.weigh([
    ['', 12],
    ['送货前电话联系', 3],
    ['需随货附合格证', 2],
    ['工地收货，请带叉车', 1],
    ['开增值税专用发票', 3],
  ]);
}

/** The manager looks at the order; now and then it goes back and a corrected one takes its place. `null`: it stays where it is. */
async function review(world: World, buyer: Buyer, id: string, basket: Basket, until: Stage): Promise<string | null> {
  const { book, random, people, places } = world;
  const record = await look(world, order, id);
  const needsSignature = (await depositGroup(book, record.body)) !== 'general';
  if (needsSignature) await book.must(buyer.seller, signOrder(id, { name: buyer.body.contact || buyer.body.name, file: '' }));
  if (until === 'ordered') return null;
  const manager = random.pick(people.managers.filter(({ id: one }) => one !== record.owner));
  const approve = { legality: true, accuracy: true, completeness: true };
  if (until === 'end' && !needsSignature && random.chance(0.02)) {
    await book.must(manager, returnOrder(id, '送货地址不全，请补充'));
    const again = orderInput(world, 'delivery', basket, places.store, buyer, {
      creditDays: record.body.creditDays,
      deliverOn: record.body.deliverOn,
      notes: '地址已补充',
    });
    const corrected = await book.run(buyer.seller, correctOrder(id, again));
    if (!corrected.ok) return null;
    await book.must(manager, reviewOrder(corrected.value.order, approve));
    return corrected.value.order;
  }
  await book.must(manager, reviewOrder(id, approve));
  return id;
}

async function deposit(world: World, buyer: Buyer, id: string): Promise<void> {
  const { book, random, people } = world;
  const record = await look(world, order, id);
  const group = await depositGroup(book, record.body);
  const { open } = await dueOf(book, record);
  const amount =
    group === 'imported' ? random.whole(5, 10) * 100_000 : group === 'domestic' ? 500_000 : Math.round((open * 0.3) / 100_000) * 100_000;
  if (amount <= 0 || amount > open || (group === 'general' && !random.chance(0.18))) return;
  const method = methodFor(world, amount);
  const taken = await book.must(
    random.pick(people.cashiers),
    takeDeposit({ order: id, method, amount, tendered: tenderedFor(amount, method), reason: group === 'general' ? '' : '设备定金' }),
  );
  await print(world, random.pick(people.cashiers), taken.receipt, 'deposit-receipt');
  const set = { order: true, receipt: true, guide: true, envelope: true };
  if (group !== 'general') await book.must(buyer.seller, envelopeOrder(id, set, ''));
}

/** Most orders go out at once, some in two loads. */
function partsOf(world: World, basket: Basket, until: Stage): { line: number; quantity: number }[][] {
  const all = everything(basket);
  if (until !== 'end' || all.length < 2 || !world.random.chance(0.12)) return [all];
  const half = Math.ceil(all.length / 2);
  return [all.slice(0, half), all.slice(half)];
}

/** One dispatch note from writing to booking. */
async function* ship(world: World, buyer: Buyer, id: string, lines: { line: number; quantity: number }[], until: Stage): Story {
  const { book, random, people } = world;
  const note = await write(world, buyer, id, lines, until === 'end' && random.chance(0.08));
  if (note === '' || until === 'noted') return;
  yield soon(world, 10, 60);
  const manager = random.pick(people.managers.filter(({ id: one }) => one !== buyer.seller.id));
  if (until === 'end' && random.chance(0.015)) {
    await book.must(manager, random.chance(0.6) ? returnDispatch(note, '车牌未填写') : cancelDispatch(note, '客户改期'));
    yield another(world, random.whole(0, 2));
    yield* ship(world, buyer, id, lines, until);
    return;
  }
  await book.must(manager, releaseDispatch(note));
  await print(world, manager, note, 'dispatch-note');
  if (until === 'released') return;
  if (until === 'end' && random.chance(0.03)) {
    const delay = { reason: '车辆故障', solution: '改由物流公司承运', expected: addDays(book.today, 2) };
    await book.must(buyer.seller, delayDispatch(note, delay));
    yield another(world, 1);
  }
  yield soon(world, 15, 60);
  const keeper = random.pick(people.keepers);
  await book.must(keeper, markPicked(note, lines));
  if (until === 'picked') return;
  yield soon(world, 10, 40);
  const { body } = await look(world, dispatch, note);
  if (body.type === 'collection') {
    await book.must(keeper, handCollection(note, lines, { name: buyer.body.contact || buyer.body.name, file: '' }));
    return;
  }
  yield* carry(world, buyer, note, body, lines, keeper, until);
}

async function write(
  world: World,
  buyer: Buyer,
  id: string,
  lines: { line: number; quantity: number }[],
  collects: boolean,
): Promise<string> {
  const { random, book } = world;
  const carrier = random.pick(carriers);
  const written = await book.run(
    buyer.seller,
    writeDispatch({
      order: id,
      lines,
      delivery: {
        type: collects ? 'collection' : 'delivery',
        consignee: buyer.body.name,
        phone: buyer.body.phone,
        address: buyer.body.address,
        carrier: collects ? '' : carrier,
        vehicle: collects ? '' : plate(random, world.branch.plates),
        driver: collects ? '' : random.pick(drivers),
        expected: addDays(book.today, random.whole(0, 2)),
        notes: '',
      },
      // An overdue debt that came up meanwhile: the manager has already promised the delivery.
      overrides: { 'G-07': { by: random.pick(world.people.managers), reason: '合同已签，按约发货' } },
    }),
  );
  return written.ok ? written.value.dispatch : '';
}

/** Out of the store, through the gate, and the signed copy back. */
async function* carry(
  world: World,
  buyer: Buyer,
  note: string,
  body: Dispatch,
  lines: { line: number; quantity: number }[],
  keeper: Actor,
  until: Stage,
): Story {
  const { book, random, people } = world;
  for (let tries = 0; ; tries += 1) {
    const issued = await book.run(keeper, issueStock(note, lines));
    if (issued.ok) {
      await print(world, keeper, issued.value.stockout, 'stock-out-slip');
      break;
    }
    // Somebody else took the last ones meanwhile; the next delivery of goods comes within days.
    if (tries === 6) return;
    yield another(world, 2);
  }
  if (until === 'out') return;
  yield soon(world, 4, 15);
  const packages = Math.max(1, Math.min(60, Math.round(lines.reduce((sum, { quantity }) => sum + quantity, 0) / 8000)));
  const goods = body.lines
    .map(({ name }) => name)
    .slice(0, 3)
    .join('、');
  const pass = await book.must(keeper, issueGatepass(note, { vehicle: body.vehicle, driver: body.driver, packages, goods }));
  await print(world, keeper, pass.gatepass, 'gate-pass');
  if (until === 'pass') return;
  yield soon(world, 3, 20);
  const { body: seen } = await look(world, gatepass, pass.gatepass);
  await book.must(random.pick(people.guards), passGate(pass.gatepass, { time: clock(world), vehicle: seen.vehicle }));
  if (until === 'passed') return;
  yield another(
    world,
    random.weigh([
      [0, 1],
      [1, 5],
      [2, 4],
      [4, 2],
      [7, 1],
      [16, 0.4],
    ]),
    10 * 60,
    17 * 60,
  );
  await book.must(
    buyer.seller,
    recordSignedCopy(note, {
      name: buyer.body.contact || buyer.body.name,
      day: book.today,
      file: random.chance(0.4) ? demoPhoto.hash : '',
    }),
  );
  if (until === 'signed') return;
  yield another(world, random.whole(0, 3), 10 * 60, 17 * 60);
  const signed = await look(world, dispatch, note);
  if (signed.status === 'signed') await book.must(random.pick(people.finance), bookDelivery(note));
}

/** The rest of the money, and the order is done with. */
async function* settle(world: World, buyer: Buyer, id: string, onCredit: boolean): Story {
  const { book, random, people } = world;
  for (const trouble of openTroubles(await look(world, order, id)))
    await book.must(buyer.seller, noteOrder(id, { topic: 'solution', text: '已改由物流公司送达', solves: trouble.id }));
  if (onCredit) yield* waitForMoney(world, buyer, id);
  else {
    yield another(world, random.whole(0, 3));
    await payAll(world, random.pick(people.cashiers), id);
  }
  // A second load that could not go yet, a debt only partly paid: the order stays open, as it would.
  await book.run(random.pick(people.finance), closeOrder(id));
}
