import { describe, expect, it } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { allowedSteps } from '#shared/documents/allowed-steps.ts';
import { aMemoryBook, aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import {
  aCustomerBody,
  aProduct,
  aProductBody,
  aShop,
  all,
  anOrder,
  cash,
  cashier,
  finance,
  goods,
  manager,
  refusal,
  seller,
  value,
} from '../branch.fixture.ts';
import { customer } from '../customer/module.ts';
import { applyImport, undoImport } from '../import/rules.ts';
import { closeLocation, reopenLocation, saveLocation } from '../location/rules.ts';
import { opening } from '../opening/module.ts';
import { dispatch } from '../dispatch/module.ts';
import { takeOrder } from '../order/rules.ts';
import { issuePolicy, policyInForce } from '../policy/rules.ts';
import { product } from '../product/module.ts';
import { refund } from '../receipt/rules.ts';
import { discontinueProduct, resumeProduct, saveProduct } from '../product/rules.ts';
import { saveSupplier, withdrawSupplier } from '../supplier/rules.ts';
import { actorOf, staff, type Staff } from './module.ts';
import { addStaff, changeRoles, editStaff, foundBranch, leaveStaff, returnStaff, setPin } from './rules.ts';

const nobody = { id: '', name: '', roles: [] };
const place = (name: string) => ({ name, code: name, type: 'shop' as const, address: '', phone: '' });
const founding = {
  manager: { name: '陈经理', code: '001', phone: '', pinHash: 'h1' },
  locations: [place('门店'), place('总仓')],
  parameters: {},
};

async function aBranch(): Promise<{ book: MemoryBook; boss: ReturnType<typeof actorOf> }> {
  const book = aMemoryBook();
  const { answer } = value(await book.run(nobody, foundBranch(founding)));
  const row = await book.get(answer.manager);
  if (!row) throw new Error('no manager');
  return { book, boss: actorOf(row.id, staff.read(row).body) };
}

const aPersonBody = (rest: Partial<Staff> = {}): Staff => ({
  name: '小王',
  code: '002',
  roles: ['salesperson'],
  phone: '',
  pinHash: 'h2',
  ...rest,
});

describe('a new branch', () => {
  it('founds itself though the head office’s people and policy are here already, and works under that policy', async () => {
    const head = await aBranch();
    const book = aMemoryBook('NB01-A');
    const company = head.book.records().filter(({ kind }) => kind === 'staff' || kind === 'policy');
    await book.run(nobody, async () => ok({ records: company.map((record) => ({ ...record, branch: 'ZB01' })), answer: null }));
    const founded = await book.run(nobody, foundBranch({ ...founding, manager: { ...founding.manager, code: '900' } }));
    expect(founded.ok).toBe(true);
    expect(all(book, 'staff').map(({ branch }) => branch)).toHaveLength(2);
    expect(all(book, 'policy')).toHaveLength(1);
  });

  it('is founded once: first manager, places and policy version 1 in one write, by that manager', async () => {
    const { book, boss } = await aBranch();
    expect(all(book, 'location').map(({ title, status }) => [title, status])).toEqual([
      ['门店', 'open'],
      ['总仓', 'open'],
    ]);
    expect(await policyInForce(book, '2026-11-02')).toEqual({ version: 1, parameters: {} });
    expect(book.records().every((record) => record.events[0]?.by === boss.id)).toBe(true);
    expect(refusal(await book.run(nobody, foundBranch(founding))).code).toBe('AlreadyFounded');
    const empty = aMemoryBook();
    expect(refusal(await empty.run(nobody, foundBranch({ ...founding, locations: [] }))).code).toBe('LocationMissing');
    expect(refusal(await empty.run(nobody, foundBranch({ ...founding, manager: { ...founding.manager, name: ' ' } }))).code).toBe(
      'NameMissing',
    );
  });
});

describe('the people', () => {
  it('are added and changed by the manager, each with an own number and at least one post', async () => {
    const { book, boss } = await aBranch();
    const id = value(await book.run(boss, addStaff(aPersonBody()))).answer.staff;
    expect(refusal(await book.run(boss, addStaff(aPersonBody({ name: '另一人' })))).code).toBe('CodeTaken');
    expect(refusal(await book.run(boss, addStaff(aPersonBody({ code: '3', roles: [] })))).code).toBe('RolesMissing');
    expect(refusal(await book.run(seller, addStaff(aPersonBody({ code: '3' })))).code).toBe('PostMayNot');
    value(await book.run(boss, editStaff(id, { name: '小王', code: '002', phone: '137' })));
    value(await book.run(boss, changeRoles(id, ['cashier', 'cashier'])));
    expect((await book.get(id))?.body).toMatchObject({ phone: '137', roles: ['cashier'] });
  });

  it('set their own PIN, the manager anybody’s', async () => {
    const { book, boss } = await aBranch();
    const id = value(await book.run(boss, addStaff(aPersonBody()))).answer.staff;
    const self = { id, name: '小王', roles: ['salesperson'] as const };
    value(await book.run(self, setPin(id, 'h3')));
    expect(refusal(await book.run(self, setPin(boss.id, 'h3'))).code).toBe('PostMayNot');
    value(await book.run(boss, setPin(id, 'h4')));
    const row = await book.get(id);
    expect(row?.body).toMatchObject({ pinHash: 'h4' });
    expect(row?.events.map(({ by }) => by)).toEqual([boss.id, id, boss.id]);
  });

  it('may leave, but not the last manager, nor with money in the drawer [G-38]', async () => {
    const { book, boss } = await aBranch();
    expect(refusal(await book.run(boss, leaveStaff(boss.id))).code).toBe('LastManager');
    expect(refusal(await book.run(boss, changeRoles(boss.id, ['salesperson']))).code).toBe('LastManager');
    const second = value(await book.run(boss, addStaff(aPersonBody({ roles: ['manager', 'cashier'] })))).answer.staff;
    const acting = { id: second, name: '小王', roles: ['manager', 'cashier'] as const };
    value(await book.run(boss, leaveStaff(boss.id)));
    expect(refusal(await book.run(acting, leaveStaff(second))).code).toBe('LastManager');
    value(await book.run(acting, returnStaff(boss.id)));
    const sale = anOrder('collect', [{ product: 'pot', quantity: 1, price: 1000 }], { shortage: { told: true, choice: 'wait' } });
    const id = value(
      await book.run(
        acting,
        takeOrder({ ...sale, body: { ...sale.body, discount: 0, lines: sale.body.lines.map((line) => ({ ...line, quantity: 1000 })) } }),
      ),
    ).answer.order;
    value(await book.run(acting, cash(id, 1000)));
    expect(refusal(await book.run(boss, leaveStaff(second)))).toMatchObject({ code: 'MoneyStillHeld', values: { held: 1000 } });
  });

  it('see which steps they may take, and of the others why not [PLT-07]', async () => {
    const { book } = await aBranch();
    const body = {
      type: 'delivery' as const,
      order: '',
      orderNo: '',
      location: '',
      consignee: '远山',
      phone: '',
      address: '',
      carrier: '',
      vehicle: '',
      driver: '',
      expected: '',
      lines: [],
      notes: '',
    };
    const both = aPerson('两职', 'salesperson', 'manager');
    const note = value(commitNew(dispatch, body, book.moment(both)));
    const offers = (who: Parameters<typeof allowedSteps>[2]) =>
      new Map(allowedSteps(dispatch, note, who).map((offer) => [offer.step, offer]));
    expect([...offers(manager).keys()].toSorted()).toEqual(['cancelled', 'delayed', 'printed', 'released', 'returned']);
    expect(offers(manager).get('released')).toMatchObject({ to: 'released', gates: ['G-29'], refusal: null });
    expect(offers(both).get('released')?.refusal?.code).toBe('MustBeAnother');
    expect(offers(seller).get('released')?.refusal).toMatchObject({ code: 'PostMayNot', values: { posts: 'manager' } });
    expect(offers(manager).get('printed')?.to).toBeNull();
  });
});

describe('the policy', () => {
  it('goes from version to version, keeps what differs from the defaults, and gates obey it [PLT-01 PLT-02 G-23]', async () => {
    const { book, boss } = await aBranch();
    const issue = (parameters: Record<string, string | number | boolean>) => book.run(boss, issuePolicy(parameters, ''));
    expect(refusal(await issue({ 'no.such': 1 }))).toMatchObject({ code: 'UnknownParameter', values: { name: 'no.such' } });
    expect(refusal(await issue({ 'order.stock_check': 1 })).code).toBe('ParameterNotAllowed');
    expect(refusal(await issue({ 'receivable.age_days_1': -1 })).code).toBe('ParameterNotAllowed');
    expect(refusal(await issue({ 'receivable.age_days_1': 61 }))).toMatchObject({ values: { name: 'receivable.age_days_2' } });
    expect(refusal(await issue({ 'reception.duty_to': 'late' })).code).toBe('ParameterNotAllowed');
    expect(refusal(await issue({ 'reception.duty_from': '21:00' }))).toMatchObject({ values: { name: 'reception.duty_to' } });
    expect(refusal(await issue({})).code).toBe('NothingChanged');
    expect(refusal(await book.run(seller, issuePolicy({ 'order.stock_check': false }, ''))).code).toBe('PostMayNot');
    value(await issue({ 'order.stock_check': false, 'credit.block_overdue_days': 1 }));
    const inForce = await policyInForce(book, '2026-11-02');
    expect(inForce).toEqual({ version: 2, parameters: { 'order.stock_check': false } });
    book.parameters = inForce.parameters;
    const sale = anOrder('collect', [{ product: 'pot', quantity: 1000, price: 1 }]);
    value(await book.run(boss, takeOrder(sale)));
  });
});

describe('places, products and suppliers', () => {
  it('have codes of their own; the last place stays', async () => {
    const { book, boss } = await aBranch();
    const [shop, main] = all(book, 'location').map(({ id }) => id) as [string, string];
    expect(refusal(await book.run(boss, saveLocation('', place('门店')))).code).toBe('CodeTaken');
    value(await book.run(boss, saveLocation(shop, { ...place('门店'), name: '旗舰店' })));
    value(await book.run(boss, closeLocation(main)));
    expect(refusal(await book.run(boss, closeLocation(shop))).code).toBe('LastPlace');
    value(await book.run(boss, reopenLocation(main)));
    expect(all(book, 'location').map(({ title, status }) => [title, status])).toEqual([
      ['旗舰店', 'open'],
      ['总仓', 'open'],
    ]);
  });

  it('a product’s floor is not above its price; code and barcode are its own; it may rest and come back', async () => {
    const book = aMemoryBook();
    const first = value(await book.run(manager, saveProduct('', aProductBody({ barcode: '690' }), []))).answer.product;
    const attempt = async (rest: Parameters<typeof aProductBody>[0], id = '') =>
      refusal(await book.run(manager, saveProduct(id, aProductBody(rest), [first]))).code;
    expect(await attempt({ code: 'P2', floor: 10_001 })).toBe('FloorAbovePrice');
    expect(await attempt({})).toBe('CodeTaken');
    expect(await attempt({ code: 'P2', barcode: '690' })).toBe('BarcodeTaken');
    expect(await attempt({ code: 'P2', unit: '' })).toBe('UnitMissing');
    expect(await attempt({ code: ' ' })).toBe('CodeMissing');
    value(await book.run(manager, saveProduct(first, aProductBody({ barcode: '690', price: 12_000 }), [first])));
    value(await book.run(manager, discontinueProduct(first)));
    value(await book.run(manager, resumeProduct(first)));
    expect(await book.get(first)).toMatchObject({ status: 'active', amount: 12_000 });
  });

  it('a supplier has one name', async () => {
    const book = aMemoryBook();
    const body = { name: '陶瓷厂', code: '', contact: '', phone: '', address: '' };
    const id = value(await book.run(manager, saveSupplier('', body))).answer.supplier;
    expect(refusal(await book.run(manager, saveSupplier('', body))).code).toBe('NameTaken');
    value(await book.run(manager, saveSupplier(id, { ...body, phone: '1' })));
    value(await book.run(manager, withdrawSupplier(id)));
    value(await book.run(manager, saveSupplier('', body)));
  });
});

describe('an import', () => {
  /** Two customers of whom one owes 500, and one product with 3 pieces. */
  async function anImport() {
    const book = await aShop({});
    const { answer } = value(
      await book.run(manager, async (read, moment) => {
        const id = moment.newId();
        const at = { source: id };
        const buyers = [value(commitNew(customer, aCustomerBody(), moment, at)), value(commitNew(customer, aCustomerBody(), moment, at))];
        const party = buyers[0]?.id ?? '';
        const debt = { type: 'receivable' as const, customerName: '李敏', amount: 500, due: '2026-12-01', reference: '' };
        const article = value(commitNew(product, aProductBody(), moment, at));
        const stock = { type: 'stock' as const, ...goods('x'), product: article.id, location: 'shop', quantity: 3000 };
        const records = [
          ...buyers.map(untyped),
          untyped(article),
          untyped(value(commitNew(opening, debt, moment, { ...at, party }))),
          untyped(value(commitNew(opening, stock, moment, at))),
        ];
        const decided = value(await applyImport({ what: 'customers', file: 'old.xlsx', id, records, skipped: 2 })(read, moment));
        return ok({ records: decided.records, answer: { ...decided.answer, party, article: article.id } });
      }),
    );
    return { book, ...answer };
  }

  it('is written whole and taken back whole while nothing uses it [CRM-12]', async () => {
    const { book, import: id, made, article } = await anImport();
    expect(made).toBe(5);
    expect((await book.get(id))?.body).toMatchObject({ rows: 5, skipped: 2, file: 'old.xlsx' });
    expect(await book.balance(`stock/shop/${article}`)).toBe(3000);
    expect(refusal(await book.run(seller, undoImport(id))).code).toBe('PostMayNot');
    expect(value(await book.run(manager, undoImport(id))).answer.undone).toBe(5);
    expect([...(await book.balances('stock/')), ...(await book.balances('receivable/'))]).toEqual([]);
    expect(all(book, 'customer').map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']);
    expect(refusal(await book.run(manager, undoImport(id))).code).toBe('StatusPassed');
    expect(refusal(await book.run(manager, applyImport({ what: 'customers', file: '', records: [], skipped: 9 }))).code).toBe(
      'NothingToImport',
    );
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('stays once a customer bought, goods moved, or an old debt was paid [CRM-12]', async () => {
    const bought = await anImport();
    const sale = anOrder('collect', [{ product: 'pot', quantity: 1, price: 1 }], {
      party: bought.party,
      shortage: { told: true, choice: 'wait' },
    });
    value(await bought.book.run(seller, takeOrder(sale)));
    expect(refusal(await bought.book.run(manager, undoImport(bought.import)))).toMatchObject({ code: 'InUse', values: { title: '李敏' } });

    const moved = await anImport();
    const promised = anOrder('collect', [{ product: moved.article, quantity: 1000, price: 10_000 }]);
    value(await moved.book.run(seller, takeOrder(promised)));
    expect(refusal(await moved.book.run(manager, undoImport(moved.import))).code).toBe('InUse');

    const other = await anImport();
    await aProduct(other.book);
    value(await other.book.run(manager, undoImport(other.import)));
  });
});

describe('the manager without a cash desk', () => {
  it('holds what he takes until finance has it, like a cashier [PAY-02 G-38]', async () => {
    const book = await aShop({ pot: 1000 });
    const id = value(await book.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 1000, price: 700 }])))).answer.order;
    value(await book.run(manager, cash(id, 500)));
    expect([await book.balance('safe/cash'), await book.balance(`held/${manager.id}/2026-11-02/cash`)]).toEqual([0, 500]);
    book.pass(1);
    expect(refusal(await book.run(manager, cash(id, 200)))).toMatchObject({ gate: 'G-38', values: { held: 500 } });
    value(await book.run(manager, refund({ order: id, method: 'cash', amount: 100, reason: '多收' })));
    expect(await book.balance('safe/cash')).toBe(-100);
  });
});

describe('finance', () => {
  it('has no drawer: what it takes is in the safe at once', async () => {
    const book = await aShop({ pot: 1000 });
    const id = value(await book.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 1000, price: 700 }])))).answer.order;
    value(await book.run(finance, cash(id, 700)));
    expect([await book.balance('safe/cash'), (await book.balances('held/')).size]).toEqual([700, 0]);
    expect(refusal(await book.run(cashier, cash(id, 1))).code).toBe('MoreThanDue');
  });
});
