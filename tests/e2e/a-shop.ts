/** One branch as it is on a working day, written through the host into a data folder: people, places, goods, customers. */
import { randomUUID } from 'node:crypto';
import { createHost } from '#electron/host/create-host.ts';
import { systemBackends } from '#electron/host/printing/system-backends.ts';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped, type Moment } from '#shared/documents/act.ts';
import { aMemoryBook, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { Module } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import { addStaff, foundBranch } from '#shared/modules/staff/rules.ts';
import { supplier } from '#shared/modules/supplier/module.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';

export const PIN = '1234';

/** name → posts. 王店长 founds the branch. */
export const people = {
  王店长: ['manager'],
  小王: ['salesperson'],
  李梅: ['cashier'],
  赵强: ['warehouse'],
  老秦: ['guard'],
  吴敏: ['purchasing'],
  郑慧兰: ['finance'],
} as const satisfies Record<string, readonly Role[]>;
export type Person = keyof typeof people;

/** code, name, spec, unit, price and floor in fen, stock in the shop and the store in whole units, group. */
const goods: readonly [string, string, string, string, number, number, number, number, Product['group']][] = [
  ['P-10021', '交流接触器', 'CJX2-2510 220V', '只', 8_650, 8_000, 20, 200, 'general'],
  ['P-10034', '小型断路器', 'DZ47-63 C32 2P', '只', 3_280, 3_000, 50, 400, 'general'],
  ['P-20418', '铜芯软电线', 'BVR 4mm² 红', '米', 412, 380, 500, 3_000, 'general'],
  ['P-30007', '三相异步电动机', 'YE3-132S-4 5.5kW', '台', 186_000, 175_000, 3, 10, 'general'],
  ['P-30008', '三相异步电动机', 'YE3-132S-4 7.5kW', '台', 216_000, 205_000, 2, 6, 'general'],
  ['P-40955', '不锈钢法兰', 'DN80 PN16', '套', 23_890, 22_000, 0, 0, 'general'],
];

const emptyCustomer: Customer = {
  type: 'organisation',
  name: '',
  contact: '',
  phone: '',
  otherPhone: '',
  address: '',
  industry: '',
  size: '',
  web: '',
  class: 'ordinary',
  level: '',
  birthday: '',
  interests: '',
  creditLimit: 0,
  creditDays: 0,
  notes: '',
};

const customers: readonly Partial<Customer>[] = [
  {
    name: '绍兴宏兴水泵配件经营部',
    contact: '周建国',
    phone: '13857512260',
    address: '绍兴市越城区中兴南路 588 号',
    industry: '水泵',
    class: 'key',
    creditLimit: 500_000,
    creditDays: 30,
  },
  { name: '李敏', type: 'person', phone: '13900002222', address: '杭州市西湖区文三路 1 号' },
];

/** What another kind of branch has beside or instead of the shop's. */
export interface Shop {
  people: Readonly<Record<string, readonly Role[]>>;
  /** The morning the test begins. */
  now: number;
  /** Of the policy the branch was founded with. */
  parameters: Parameters;
  /** What happened before: written by the same decisions as at the desk. */
  story: (book: MemoryBook, person: (name: string) => Actor) => Promise<void>;
}

/** Writes the shop into an empty folder. The identity's desk is A; what is here already was numbered by an earlier desk Z. */
export async function writeShop(dataFolder: string, special: Partial<Shop> = {}): Promise<void> {
  const shop: Shop = { people, now: Date.now(), parameters: {}, story: () => Promise.resolve(), ...special };
  const host = await createHost({
    dataFolder,
    version: 'test',
    shell: 'loopback',
    shellReason: 'asked',
    emit: () => undefined,
    printBackends: systemBackends(''),
  });
  try {
    const { handlers } = host;
    const info = await handlers['desk.setUp']({
      company: '杭州恒达机电贸易有限公司',
      branchCode: 'HZ01',
      branchName: '西湖门店',
      deskLetter: 'A',
    });
    // A window of its own for every test is a fresh browser: no need to ask for the language each time.
    await handlers['settings.save']({ ...info.settings, language: 'zh-CN', colorScheme: 'light', lockMinutes: 60 });
    const { hash } = await handlers['pin.hash']({ pin: PIN });
    const documents = await shopRecords(shop, hash);
    await handlers['journal.append']({ commandId: randomUUID(), documents, numbers: [], staged: 0 });
  } finally {
    await host.close();
  }
}

async function shopRecords({ people: staff, now, parameters, story }: Shop, pinHash: string): Promise<AnyRecord[]> {
  const book = aMemoryBook('HZ01-Z', now - 3 * 86_400_000);
  book.parameters = parameters;
  const founded = await book.run(
    { id: '', name: '王店长', roles: [] },
    foundBranch({
      manager: { name: '王店长', code: 'JL01', phone: '', pinHash },
      locations: [
        { name: '西湖门店', code: 'S1', type: 'shop', address: '杭州市西湖区古翠路 80 号', phone: '0571-88056600' },
        { name: '主仓', code: 'W1', type: 'warehouse', address: '杭州市余杭区良渚', phone: '' },
      ],
      parameters,
    }),
  );
  if (!founded.ok) throw new Error(founded.refusal.code);
  const { manager: id, locations } = founded.value.answer;
  const manager = { id, name: '王店长', roles: ['manager', 'warehouse', 'salesperson'] as const };
  const everybody = new Map<string, Actor>([['王店长', { id, name: '王店长', roles: staff['王店长'] ?? ['manager'] }]]);
  let code = 1;
  for (const [name, roles] of Object.entries(staff)) {
    if (name === '王店长') continue;
    code += 1;
    const added = await book.run(manager, addStaff({ name, code: String(code).padStart(3, '0'), roles: [...roles], phone: '', pinHash }));
    if (!added.ok) throw new Error(added.refusal.code);
    everybody.set(name, { id: added.value.answer.staff, name, roles });
  }
  await book.run(manager, async (_read, moment) => ok({ records: masterRecords(moment, locations), answer: null }));
  await story(book, (name) => {
    const found = everybody.get(name);
    if (!found) throw new RangeError(`nobody is called ${name}`);
    return found;
  });
  return book.records();
}

function masterRecords(moment: Moment, [shop = '', store = '']: readonly string[]): AnyRecord[] {
  const records: AnyRecord[] = [];
  const make = <Body>(module: Module<Body>, body: Body): string => {
    const made = commitNew(module, body, moment);
    if (!made.ok) throw new Error(made.refusal.code);
    records.push(untyped(made.value));
    return made.value.id;
  };
  let stronger = '';
  for (const [productCode, name, spec, unit, price, floor, inShop, inStore, group] of goods.toReversed()) {
    const substitutes = productCode === 'P-30007' ? [stronger] : [];
    const barcode = `69012345${productCode.slice(2)}`;
    const body: Product = { code: productCode, name, spec, unit, barcode, group, price, floor, substitutes, lowStock: 2_000, notes: '' };
    const id = make(product, body);
    if (productCode === 'P-30008') stronger = id;
    for (const [location, quantity] of [[shop, inShop] as const, [store, inStore] as const]) {
      if (quantity > 0)
        make(opening, { type: 'stock', product: id, code: productCode, name, spec, unit, location, quantity: quantity * 1000 });
    }
  }
  for (const one of customers) make(customer, { ...emptyCustomer, ...one });
  make(supplier, { name: '绍兴法兰厂', code: 'G01', contact: '老徐', phone: '13700001111', address: '绍兴' });
  return records;
}
