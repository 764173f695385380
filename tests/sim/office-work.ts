/** A day's work at a desk, drawn by chance from what the desk can see: the same rules the pages call. */
import { addDays } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, editRecord, untyped } from '#shared/documents/act.ts';
import { foldBody } from '#shared/documents/edited-body.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import type { Module } from '#shared/documents/module.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { settleField } from '#shared/documents/settle-field.ts';
import { readAs } from '#shared/documents/step.ts';
import type { Random } from '#shared/demo/random.ts';
import { aCustomerBody, anOrder, aProductBody, cash, goods, made } from '#shared/modules/branch.fixture.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { cancelRest, closeOrder, handGoods, takeOrder, voidOrder } from '#shared/modules/order/rules.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import { addTask, assignTask, finishTask, postponeTask } from '#shared/modules/task/rules.ts';
import { askVisit, greetVisit, registerVisit, seeOffVisit } from '#shared/modules/visit/rules.ts';
import { roles, type Actor } from '#shared/policy/roles.ts';

export interface Piece {
  actor: Actor;
  decide: Decide<unknown>;
}

export interface Desk {
  isHeadOffice: boolean;
  records: readonly AnyRecord[];
}

type Draw = (random: Random, desk: Desk) => Decide<unknown> | null;

export function drawWork(random: Random, desk: Desk): Piece | null {
  let decide = null;
  // What there is nothing for yet is passed over.
  for (let tries = 0; tries < 12 && !decide; tries += 1) decide = random.weigh(kinds)(random, desk);
  // Money held from an earlier day stops a cashier: many take turns.
  return decide && { actor: aPerson(`员工${random.whole(1, 40)}`, ...roles), decide };
}

/** A paper of a program newer than this one: of a kind nobody here knows, or of a later version of a known one. */
export function newerPaper(random: Random): Decide<unknown> {
  return async (_read, moment) => {
    const done = commitNew(opening, openingOf(random, 'nothing'), moment);
    if (!done.ok) return done;
    const size = random.chance(0.05) ? 80_000 : 20;
    const record = { ...untyped(done.value), body: { text: 'x'.repeat(size), later: { deep: [random.whole(1, 9)] } }, title: '借用单' };
    return ok({ records: [random.chance(0.5) ? { ...record, kind: 'loan' } : { ...record, kind: 'opening', v: 7 }], answer: null });
  };
}

const anOpenOrder = (random: Random, { records }: Desk, ...statuses: string[]): AnyRecord | null =>
  one(random, records, (record) => record.kind === 'order' && (statuses.length === 0 || statuses.includes(record.status)));

const kinds: readonly (readonly [Draw, number])[] = [
  [(random) => made(customer, aCustomer(random)), 6],
  [(random) => many(random, customer, aCustomer), 1],
  [editMaster(customer, changedCustomer), 16],
  [settleConflict(customer), 4],
  [(random, desk) => (desk.isHeadOffice || random.chance(0.3) ? made(product, aProduct(random)) : null), 6],
  [editMaster(product, changedProduct), 8],
  [
    (random, desk) => {
      const of = one(random, desk.records, ({ kind }) => kind === 'product');
      return of && made(opening, openingOf(random, of.id));
    },
    8,
  ],
  [takeAnOrder, 40],
  [
    (random, desk) => {
      const order = anOpenOrder(random, desk, 'released');
      return order && payFor(order.id, random);
    },
    40,
  ],
  [
    (random, desk) => {
      const order = anOpenOrder(random, desk, 'released');
      return order && handGoods(order.id, [{ line: 0, quantity: random.whole(1, 2) * 1000 }]);
    },
    24,
  ],
  [(random, desk) => withId(anOpenOrder(random, desk, 'released'), closeOrder), 4],
  [(random, desk) => withId(anOpenOrder(random, desk), (id) => voidOrder(id, '客户不要了')), 2],
  [(random, desk) => withId(anOpenOrder(random, desk), (id) => cancelRest(id, '缺货')), 2],
  [
    (random) => async (read, moment) =>
      addTask({
        body: { type: 'follow-up', due: addDays(moment.today, random.whole(0, 9)), text: `回访 ${random.whole(1, 99)}`, phone: '' },
      })(read, moment),
    6,
  ],
  [workOn('task', (random, id) => (random.chance(0.5) ? finishTask(id, '已联系') : assignTask(id, `staff-员工${random.whole(1, 40)}`))), 6],
  [
    workOn(
      'task',
      (random, id) => async (read, moment) => postponeTask(id, addDays(moment.today, random.whole(1, 30)), '改期')(read, moment),
    ),
    4,
  ],
  [
    (random) =>
      registerVisit({
        body: {
          channel: 'walk-in',
          arrived: '09:30',
          people: 1,
          name: `来客${random.whole(1, 99)}`,
          phone: '',
          need: '',
          heardOf: 'passing',
        },
      }),
    2,
  ],
  [workOn('visit', (random, id) => random.pick([greetVisit, seeOffVisit])(id)), 4],
  [workOn('visit', (random, id) => askVisit(id, { need: `需求${random.whole(1, 9)}`, budget: '', products: [] })), 2],
];

function workOn(kind: string, draw: (random: Random, id: string) => Decide<unknown>): Draw {
  return (random, desk) => {
    const found = one(random, desk.records, (record) => record.kind === kind);
    return found && draw(random, found.id);
  };
}

function takeAnOrder(random: Random, { records }: Desk): Decide<unknown> | null {
  const of = one(random, records, ({ kind }) => kind === 'product');
  if (!of) return null;
  const buyer = random.chance(0.5) ? one(random, records, ({ kind, v }) => kind === 'customer' && v === 1) : null;
  const line = { product: of.id, quantity: random.whole(1, 3) * 1000, price: random.whole(80, 120) * 100 };
  const input = anOrder(random.pick(['carry', 'collect', 'shortage'] as const), [line], {
    party: buyer?.id ?? '',
    shortage: { told: true, choice: 'wait' },
  });
  return takeOrder(input);
}

/** All that is open, or a part of it. */
function payFor(order: string, random: Random): Decide<unknown> {
  return async (read, moment) => {
    const total = (await read.get(order))?.amount ?? 0;
    const open = total - (await read.balance(`received/${order}`));
    if (open <= 0) return refuse('AmountNotPositive');
    const part = random.chance(0.3) ? Math.max(1, Math.floor(open / 2)) : open;
    return cash(order, part)(read, moment);
  };
}

function editMaster<Body extends Record<string, unknown>>(module: Module<Body>, change: (body: Body, random: Random) => Body): Draw {
  return (random, { records }) => {
    // The first few again and again, by everybody: that is where two people meet.
    const all = records.filter(({ kind, v }) => kind === module.kind && v === module.v);
    const found = all[random.favourite(all.length)];
    if (!found) return null;
    return async (read, moment) => {
      const record = await readAs(read, module, found.id);
      if (!record) return refuse('NotFound', { id: found.id });
      const edited = editRecord(module, record, change(record.body, random), moment);
      return edited.ok ? ok({ records: [untyped(edited.value)], answer: null }) : edited;
    };
  };
}

function settleConflict<Body extends Record<string, unknown>>(module: Module<Body>): Draw {
  return (random, { records }) => {
    const found = one(random, records, ({ kind, events }) => kind === module.kind && foldBody(events).conflicts.length > 0);
    if (!found) return null;
    return async (read, moment) => {
      const record = await readAs(read, module, found.id);
      const [conflict] = record ? foldBody(record.events).conflicts : [];
      if (!record || !conflict) return refuse('NotFound', { id: found.id });
      const settled = settleField(
        module,
        record,
        conflict.field,
        random.chance(0.5) ? conflict.first.value : conflict.second.value,
        moment,
      );
      return settled.ok ? ok({ records: [untyped(settled.value)], answer: null }) : settled;
    };
  };
}

function many<Body>(random: Random, module: Module<Body>, draw: (random: Random) => Body): Decide<unknown> {
  return async (_read, moment) => {
    const records: AnyRecord[] = [];
    for (let count = random.whole(10, 40); count > 0; count -= 1) {
      const done = commitNew(module, draw(random), moment);
      if (!done.ok) return done;
      records.push(untyped(done.value));
    }
    return ok({ records, answer: null });
  };
}

function changedCustomer(body: Customer, random: Random): Customer {
  const next = { ...body };
  const fields = ['name', 'phone', 'address', 'notes'] as const;
  for (let count = random.whole(1, 2); count > 0; count -= 1) next[random.pick(fields)] = `改${random.whole(1, 9)}`;
  if (random.chance(0.2)) next.creditLimit = random.whole(0, 9) * 10_000;
  return next;
}

function changedProduct(body: Product, random: Random): Product {
  return random.chance(0.5) ? { ...body, price: random.whole(90, 120) * 100 } : { ...body, notes: `备注${random.whole(1, 9)}` };
}

const aCustomer = (random: Random): Customer =>
  aCustomerBody({ name: `顾客${random.whole(1, 999)}`, phone: `139${random.whole(10_000_000, 99_999_999)}` });
const aProduct = (random: Random): Product => aProductBody({ code: `P${random.whole(1, 9999)}`, name: `砂锅${random.whole(1, 99)}` });
const openingOf = (random: Random, of: string) =>
  ({ type: 'stock', ...goods(of), location: 'shop', quantity: random.whole(5, 50) * 1000 }) as const;

export function one(random: Random, records: readonly AnyRecord[], isRight: (record: AnyRecord) => boolean): AnyRecord | null {
  const found = records.filter(isRight);
  return found.length === 0 ? null : random.pick(found);
}

const withId = (record: AnyRecord | null, make: (id: string) => Decide<unknown>): Decide<unknown> | null => record && make(record.id);
