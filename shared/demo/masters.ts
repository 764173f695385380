/** What the branch had when it began with the program: people, places, suppliers, goods, customers, stock and old debts. */
import { addDays } from '#shared/core/calendar.ts';
import { company } from '#shared/modules/company/module.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { location } from '#shared/modules/location/module.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { policy, policyAtOnce } from '#shared/modules/policy/module.ts';
import { product } from '#shared/modules/product/module.ts';
import { saveCustomer } from '#shared/modules/customer/rules.ts';
import { staff } from '#shared/modules/staff/module.ts';
import { supplier } from '#shared/modules/supplier/module.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import { demoCatalogue } from './catalogue.ts';
import { demoBranches, headBranch, type DemoBranch } from './company.ts';
import type { Post } from './demo-book.ts';
import { address, mobile, organisation, personName } from './names.ts';
import { make, type Buyer, type World } from './world.ts';

const headPosts: readonly Role[] = ['gm', 'dgmSales', 'dgmFinance', 'planner', 'production', 'quality', 'technician'];

export interface MasterSizes {
  products: number;
  customers: number;
  suppliers: number;
}

/** A program's own first step: the first manager of a branch writes the others in. */
export async function hire(world: World, branch: DemoBranch, pinHash: string, posts: Map<string, Post>): Promise<void> {
  const founder: Actor = { id: '', name: branch.people[0]?.name ?? '', roles: ['manager'] };
  const { people } = world;
  const chiefs = new Map<Role, Actor[]>();
  posts.set(founder.id, { branch: branch.code, letter: 'A' });
  for (const person of branch.people) {
    const by = people.managers[0] ?? founder;
    const phone = mobile(world.random);
    const id = await make(world, by, staff, { name: person.name, code: person.code, roles: [...person.roles], phone, pinHash });
    const actor: Actor = { id, name: person.name, roles: person.roles };
    posts.set(id, { branch: branch.code, letter: person.desk });
    if (person.roles.includes('manager')) people.managers.push(actor);
    else if (person.roles.includes('salesperson')) people.sellers.push(actor);
    if (person.roles.includes('cashier')) people.cashiers.push(actor);
    if (person.roles.includes('warehouse')) people.keepers.push(actor);
    if (person.roles.includes('guard')) people.guards.push(actor);
    if (person.roles.includes('purchasing')) people.purchasing.push(actor);
    if (person.roles.includes('finance')) people.finance.push(actor);
    if (person.roles.includes('treasurer')) people.treasurers.push(actor);
    for (const post of headPosts) if (person.roles.includes(post)) chiefs.set(post, [...(chiefs.get(post) ?? []), actor]);
  }
  if (chiefs.size > 0) world.chiefs = chiefs;
}

/** The head branch's people come to a branch to sign there: what they write comes from its desk. */
export function lendChiefs(world: World, branch: DemoBranch, posts: Map<string, Post>): void {
  for (const people of world.chiefs.values()) for (const { id } of people) posts.set(id, { branch: branch.code, letter: 'A' });
}

/** What the head branch keeps for all: the policy, the suppliers, the catalogue. Equal at every branch, to the last id. */
export async function foundCompany(world: World, sizes: Pick<MasterSizes, 'products' | 'suppliers'>): Promise<void> {
  await make(world, world.random.pick(world.people.managers), policy, policyAtOnce(1, {}, '销售政策 第一版'));
  const sisters = demoBranches.filter((branch) => branch !== headBranch);
  for (let index = 0; index < sizes.suppliers; index += 1) await addSupplier(world, index, sisters[index]);
  await stockCatalogue(world, sizes.products);
}

/** What the branch has of its own: places, customers, old debts, and a taste in goods. */
export async function furnish(world: World, sizes: Pick<MasterSizes, 'customers'>): Promise<void> {
  const { random, people, branch } = world;
  const manager = random.pick(people.managers);
  await make(world, manager, company, branch.details);
  const places: string[] = [];
  for (const place of branch.locations) places.push(await make(world, manager, location, place));
  world.places = { shop: places[0] ?? '', store: places[1] ?? '', centre: places[2] ?? '' };
  if (branch !== headBranch) {
    // It buys from the head branch and from somebody round the corner, not from itself.
    world.suppliers = world.suppliers.filter(({ name }) => name !== branch.tradeName);
    for (let index = 0; index < 3; index += 1) await addSupplier(world, 200 + index, index === 0 ? headBranch : undefined);
  }
  for (const ware of world.wares) {
    // Within a family a few specifications make most of the sales.
    ware.weight *= (branch.tilt[ware.code.split('-')[0] ?? ''] ?? 1) * (0.08 + random.next() ** 3);
  }
  for (let index = 0; index < sizes.customers; index += 1) await addBuyer(world);
  await oldDebts(world);
}

async function addSupplier(world: World, index: number, sister?: DemoBranch): Promise<void> {
  const { random, people } = world;
  const made = organisation(random, world.branch.places);
  const name = sister?.tradeName ?? made.name.replace(/(经营部|有限公司|厂)$/, random.pick(['批发部', '供应链有限公司', '总经销']));
  const body = {
    name,
    code: `GYS-${String(index + 1).padStart(3, '0')}`,
    contact: sister?.contact ?? personName(random),
    phone: mobile(random),
    address: sister?.address ?? made.address,
  };
  const id = await make(world, random.pick(people.purchasing), supplier, body);
  world.suppliers.push({ id, name });
}

async function stockCatalogue(world: World, count: number): Promise<void> {
  const { random, people } = world;
  const goods = demoCatalogue(count, random);
  const families = new Map<number, string[]>();
  for (const good of goods) {
    const { usual, weight: _weight, family, ...master } = good;
    const alike = families.get(family) ?? [];
    const id = await make(world, people.purchasing[0] ?? random.pick(people.managers), product, {
      ...master,
      substitutes: alike.slice(-2),
      lowStock: lowLimit(usual),
      notes: '',
    });
    families.set(family, [...alike, id]);
    world.wares.push({ ...good, id });
  }
}

/** Below what a busy day may take, the shelf is low. */
export function lowLimit(usual: readonly [number, number]): number {
  return Math.max(2, usual[1]) * 1000;
}

/** A customer nobody knows yet. */
export function aBuyer(world: World): Omit<Buyer, 'id' | 'seller'> {
  const { random } = world;
  const firm = random.chance(0.68);
  const made = uniqueName(world, firm);
  const rank = random.weigh([
    ['key', 1],
    ['potential', 3],
    ['ordinary', 6],
  ] as const);
  const credit = firm && random.chance(rank === 'key' ? 0.95 : rank === 'potential' ? 0.6 : 0.2);
  const limit = rank === 'key' ? random.whole(10, 40) * 1_000_000 : random.whole(2, 10) * 1_000_000;
  const body: Customer = {
    type: firm ? 'organisation' : 'person',
    name: made.name,
    contact: firm ? personName(random) : '',
    phone: mobile(random),
    otherPhone: random.chance(0.15) ? mobile(random) : '',
    address: made.address,
    industry: firm ? made.industry : '',
    size: firm ? random.pick(['1–20 人', '20–100 人', '100–300 人', '']) : '',
    web: '',
    class: rank,
    level: random.weigh([
      ['', 6],
      ['H', 1],
      ['A', 1],
      ['B', 2],
      ['C', 2],
    ] as const),
    birthday: !firm && random.chance(0.3) ? `19${random.whole(65, 99)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}` : '',
    interests: '',
    creditLimit: credit ? limit : 0,
    creditDays: credit ? random.pick([30, 30, 45, 60]) : 0,
    notes: random.chance(0.1) ? random.pick(['要求随货开票', '周末不收货', '货到先联系仓管', '项目经理签字有效']) : '',
  };
  return {
    body,
    pays: random.weigh([
      ['well', 70],
      ['late', 24],
      ['badly', 6],
    ]),
  };
}

const usedNames = new WeakMap<World, Set<string>>();

/** No two customers of one name: the desk would take them for doubles. */
function uniqueName(world: World, firm: boolean): { name: string; industry: string; address: string } {
  const used = usedNames.get(world) ?? new Set<string>();
  usedNames.set(world, used);
  for (;;) {
    const made = firm
      ? organisation(world.random, world.branch.places)
      : { name: personName(world.random), industry: '', address: address(world.random, world.branch.places).text };
    if (used.has(made.name)) continue;
    used.add(made.name);
    return made;
  }
}

async function addBuyer(world: World): Promise<void> {
  const fresh = aBuyer(world);
  const seller = world.random.pick(world.people.sellers);
  const manager = world.random.pick(world.people.managers);
  const input = { id: '', body: fresh.body, candidates: [], confirmed: true, owner: seller.id };
  const { customer } = await world.book.must(manager, saveCustomer(input));
  world.buyers.push({ ...fresh, id: customer, seller });
}

/** What some customers owed when the books were opened. */
async function oldDebts(world: World): Promise<void> {
  const { random, people, book } = world;
  const owing = world.buyers.filter(({ body }) => body.creditLimit > 0).slice(0, 8);
  for (const [index, buyer] of owing.entries()) {
    const body = {
      type: 'receivable' as const,
      customerName: buyer.body.name,
      amount: random.whole(8, 120) * 10_000,
      due: addDays(book.today, random.whole(5, 50)),
      reference: `QC-${String(index + 1).padStart(3, '0')}`,
    };
    await make(world, random.pick(people.finance), opening, body, { party: buyer.id });
  }
}
