/** A branch of a manufacturer's trading company: whoever signs in the contract chain, its goods and customers, and contracts on their way. */
import { lineAmount } from '#shared/core/money.ts';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped, type Blocked } from '#shared/documents/act.ts';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { Module } from '#shared/documents/module.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { fillApplication, submitApplication, type ApplicationForm } from '#shared/modules/application/rules.ts';
import type { PlanLine } from '#shared/modules/contract/terms.ts';
import {
  checkClauses,
  clauses,
  countersign,
  drawUpContract,
  explainContract,
  putInForce,
  recordCustomerSignature,
  sealContract,
  type Clause,
} from '#shared/modules/contract/rules.ts';
import { assessCredit } from '#shared/modules/credit/rules.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { decideOn } from '#shared/modules/decisions.ts';
import { product } from '#shared/modules/product/module.ts';
import { takeContractMoney, type ContractMoneyInput } from '#shared/modules/receipt/for-contract.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import { people, type Shop } from './a-shop.ts';

/** name → posts, beside the shop's. */
const officers = {
  何振华: ['gm'],
  蒋明辉: ['dgmSales'],
  苏静怡: ['dgmFinance'],
  卢晓峰: ['planner'],
  钟铁生: ['production'],
  丁海涛: ['technician'],
  顾雅琴: ['salesperson', 'manager'],
} as const satisfies Record<string, readonly Role[]>;
export type Officer = keyof typeof officers;

const parameters: Parameters = { 'commission.rate': 80, 'credit.required_contract': true };

/** code, name, spec, unit, price and floor in fen: made to order, none in stock. */
const goods = [
  ['D-50010', '干式变压器', 'SCB13-630/10', '台', 9_375_000, 8_600_000],
  ['D-50020', '低压配电柜', 'GGD-2 1000A', '台', 2_500_000, 2_300_000],
] as const;

const customers = [
  ['恒通电力工程有限公司', '周正平', '13757400001', '宁波市北仑区长江路 18 号'],
  ['永固建设集团有限公司', '沈建明', '13757400002', '杭州市萧山区市心中路 700 号'],
  ['新华印染有限公司', '陆国强', '13757400003', '绍兴市柯桥区湖东路 66 号'],
] as const;

interface Office {
  /** Ids by name. */
  customers: Readonly<Record<string, string>>;
  goods: readonly string[];
}

type Run = <T>(actor: Actor, decide: Decide<T>) => Promise<T>;

function runIn(book: MemoryBook): Run {
  return async (actor, decide) => {
    const done = await book.run(actor, decide);
    if (!done.ok) throw new Error(words(done.refusal));
    return done.value.answer;
  };
}

function words({ code, values, outcomes = [] }: Blocked): string {
  return `${code} ${JSON.stringify(values)} ${outcomes.map(({ gate }) => gate).join(' ')}`;
}

/** Goods and customers, and a grade for the one who may owe 500,000 yuan. */
async function furnish(run: Run, person: (name: string) => Actor): Promise<Office> {
  const manager = person('王店长');
  const made = await run(manager, async (_read, moment) => {
    const records: AnyRecord[] = [];
    const make = <Body>(module: Module<Body>, body: Body): void => {
      const one = commitNew(module, body, moment);
      if (!one.ok) throw new Error(words(one.refusal));
      records.push(untyped(one.value));
    };
    for (const [code, name, spec, unit, price, floor] of goods) {
      const rest = { barcode: '', group: 'general' as const, substitutes: [], lowStock: 0, notes: '' };
      make(product, { code, name, spec, unit, price, floor, ...rest });
    }
    for (const [name, contact, phone, address] of customers) make(customer, file(name, contact, phone, address));
    return ok({ records, answer: records.map(({ id }) => id) });
  });
  const ids = made.slice(goods.length);
  const office = {
    goods: made.slice(0, goods.length),
    customers: Object.fromEntries(customers.map(([name], index) => [name, ids[index] ?? ''])),
  };
  const grade = (name: string, letter: 'A' | 'C', limit: number, days: number) =>
    run(
      manager,
      assessCredit({ party: office.customers[name] ?? '', grade: letter, limit, days, basis: '近两年回款及时', validUntil: '2026-12-31' }),
    );
  const good = await grade('永固建设集团有限公司', 'A', 50_000_000, 90);
  const small = await grade('新华印染有限公司', 'C', 5_000_000, 30);
  for (const { credit } of [good, small]) await run(person('郑慧兰'), decideOn(credit, { verb: 'sign', comment: '' }));
  return office;
}

function file(name: string, contact: string, phone: string, address: string): Customer {
  return {
    type: 'organisation',
    name,
    contact,
    phone,
    otherPhone: '',
    address,
    industry: '电力',
    size: '',
    web: '',
    class: 'key',
    level: '',
    birthday: '',
    interests: '',
    creditLimit: 0,
    creditDays: 0,
    notes: '',
  };
}

/** 300,000 yuan at the policy's prices less four per cent, without on-site work. */
function form(office: Office, name: string, plan: readonly PlanLine[]): ApplicationForm {
  const [, contact = '', phone = '', address = ''] = customers.find(([one]) => one === name) ?? [];
  const lines = goods.map(([code, what, spec, unit, listPrice, floor], index) => {
    const [quantity = 0, price = 0] = [[2_000, 9_000_000] as const, [5_000, 2_400_000] as const][index] ?? [];
    const at = { product: office.goods[index] ?? '', code, name: what, spec, unit, quantity, listPrice, floor, price };
    return { ...at, amount: lineAmount(price, quantity), gift: false };
  });
  return {
    customerName: name,
    customerType: 'organisation',
    contact,
    phone,
    address,
    quotation: '',
    productGroup: '成套电气',
    lines,
    discount: 0,
    plan: [...plan],
    payment: '银行转账',
    deliverOn: '2026-04-20',
    deliverTo: address,
    needsService: false,
    notes: '',
    intention: '新厂房配电，四月送电',
  };
}

/** In force, through every signature it needs. */
async function aContract(
  run: Run,
  book: MemoryBook,
  person: (name: string) => Actor,
  terms: ApplicationForm,
  party: string,
): Promise<string> {
  const seller = person('小王');
  const { application } = await run(seller, fillApplication({ body: terms, party }));
  await run(seller, submitApplication(application));
  const holders: Partial<Record<Role, string>> = { manager: '王店长', dgmFinance: '苏静怡', gm: '何振华' };
  for (;;) {
    const waiting = await book.get(application);
    const [post] = (waiting && approvalOf(waiting)?.waiting) ?? [];
    if (!post) break;
    await run(person(holders[post] ?? post), decideOn(application, { verb: 'sign', comment: '' }));
  }
  const { contract } = await run(seller, drawUpContract({ application, remarks: '', place: '杭州' }));
  const ticks = Object.fromEntries(clauses.map((clause) => [clause, true])) as Record<Clause, boolean>;
  await run(seller, checkClauses(contract, ticks));
  const { today } = book.moment(seller);
  await run(seller, explainContract(contract, { name: terms.contact, day: today, file: '' }));
  for (const name of ['王店长', '郑慧兰']) await run(person(name), countersign(contract));
  await run(person('顾雅琴'), sealContract(contract, { impressions: 4 }));
  await run(seller, recordCustomerSignature(contract, { name: terms.contact, seal: true, signature: true, file: '', day: today }));
  await run(seller, putInForce(contract));
  return contract;
}

function paid(contract: string, amount: number, rest: Partial<ContractMoneyInput> = {}) {
  return takeContractMoney({ contract, type: 'payment', method: 'transfer', amount, tendered: 0, reason: '', ...rest });
}

/** On 2 March 2026: nobody has asked for anything yet. */
export const office: Partial<Shop> = {
  people: { ...people, ...officers },
  now: Date.parse('2026-03-02T08:30:00+08:00'),
  parameters,
  story: async (book, person) => {
    await furnish(runIn(book), person);
  },
};

/**
 * On 2 April 2026, two contracts of 300,000 yuan in force since March: of one 59.99 % came, by transfer; for the other the cashier took
 * 20,000 in cash on the last day of March and handed it to finance on the next.
 */
export const officeInApril: Partial<Shop> = {
  people: { ...people, ...officers },
  now: Date.parse('2026-03-18T08:30:00+08:00'),
  parameters,
  story: async (book, person) => {
    const run = runIn(book);
    const here = await furnish(run, person);
    const plan: readonly PlanLine[] = [
      { kind: 'first', due: '2026-04-10', amount: 9_000_000 },
      { kind: 'instalment', due: '2026-05-10', amount: 18_000_000 },
      { kind: 'balance', due: '2026-06-30', amount: 3_000_000 },
    ];
    const of = (name: string) => aContract(run, book, person, form(here, name, plan), here.customers[name] ?? '');
    const first = await of('恒通电力工程有限公司');
    await run(person('郑慧兰'), paid(first, 17_997_000));
    const second = await of('永固建设集团有限公司');
    book.pass(16);
    await run(person('李梅'), paid(second, 2_000_000, { method: 'cash', tendered: 2_000_000 }));
  },
};
