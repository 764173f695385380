import { describe, expect, it } from 'vitest';
import { aMemoryBook } from '#shared/documents/memory-book.fixture.ts';
import {
  aCustomer,
  aCustomerBody,
  all,
  anOrder,
  aShop,
  cash,
  cashier,
  finance,
  manager,
  refusal,
  seller,
  value,
} from '../branch.fixture.ts';
import { handGoods, takeOrder } from '../order/rules.ts';
import { settleReceivable } from '../receipt/rules.ts';
import { dueTasks } from '../task/rules.ts';
import { completeness, likelySame, reviewDue } from './facts.ts';
import { customer, type Customer } from './module.ts';
import { findDoubles, mergeCustomers, recordContact, restCustomer, reviewCustomer, saveCustomer, wakeCustomer } from './rules.ts';
import { customerSummary } from './summary.ts';

const file = (rest: Partial<Customer> = {}) => aCustomerBody({ creditLimit: 0, ...rest });
const save = (body: Customer, rest: { id?: string; candidates?: string[]; confirmed?: boolean } = {}) =>
  saveCustomer({ id: '', body, candidates: [], ...rest });

describe('the customer file', () => {
  it('warns of a likely double by phone or name, and believes the person who says it is not [CRM-12]', async () => {
    const book = aMemoryBook();
    const { answer } = value(await book.run(seller, save(file({ name: '杭州远山贸易有限公司', phone: '+86 139-0000-2222' }))));
    const candidates = [answer.customer, 'unknown'];
    const same = file({ name: '远山', phone: '13900002222' });
    expect(refusal(await book.run(seller, save(same, { candidates })))).toMatchObject({
      code: 'LikelyDouble',
      values: { by: 'phone', count: 1 },
    });
    const named = file({ name: '杭州远山贸易（有限公司）', phone: '' });
    expect(await findDoubles(book, named, candidates)).toMatchObject([{ id: answer.customer, by: 'name' }]);
    value(await book.run(seller, save(same, { candidates, confirmed: true })));
    expect(all(book, 'customer')).toHaveLength(2);
    expect(likelySame(file({ name: '甲', phone: '' }), file({ name: '甲', phone: '' }))).toBeNull();
  });

  it('changes field by field and is not its own double; only finance and the manager set a credit limit [CRM-01]', async () => {
    const book = aMemoryBook();
    const id = value(await book.run(seller, save(file()))).answer.customer;
    value(await book.run(seller, save(file({ address: '新址' }), { id, candidates: [id] })));
    expect((await book.get(id))?.body).toMatchObject({ address: '新址' });
    const limit = file({ address: '新址', creditLimit: 50_000 });
    expect(refusal(await book.run(seller, save(limit, { id }))).code).toBe('PostMayNot');
    expect(refusal(await book.run(seller, save(file({ creditLimit: 1 })))).code).toBe('PostMayNot');
    value(await book.run(finance, save(limit, { id })));
    const unchanged = value(await book.run(seller, save(limit, { id })));
    expect(unchanged.saved).toEqual([]);
    expect(refusal(await book.run(seller, save(file({ name: ' ' })))).code).toBe('NameMissing');
  });

  it('says how complete it is and what is missing [CRM-05 G-05]', () => {
    const company = file({ type: 'organisation', name: '远山', contact: '', industry: '', address: '' });
    expect(completeness(company)).toEqual({ percent: 50, missing: ['address', 'contact', 'industry'] });
    expect(completeness(file())).toEqual({ percent: 100, missing: [] });
  });

  it('is due for review by its class: key customers sooner, and a review starts the interval anew [CRM-02 CRM-03 CRM-04]', async () => {
    const book = aMemoryBook();
    const id = value(await book.run(seller, save(file({ class: 'key' })))).answer.customer;
    const due = async (today: string, parameters = {}) => {
      const row = await book.get(id);
      if (!row) throw new Error('gone');
      return reviewDue(customer.read(row), today, 480, parameters).overdueDays;
    };
    expect(await due('2026-12-02')).toBe(0);
    expect(await due('2026-12-03')).toBe(1);
    expect(await due('2026-12-03', { 'customer.review_days_key': 60 })).toBe(-29);
    book.pass(31);
    value(await book.run(seller, reviewCustomer(id)));
    expect(await due('2026-12-03')).toBe(-30);
  });

  it('rests, and wakes by hand or by the next order [CRM-02]', async () => {
    const book = await aShop({ pot: 5000 });
    const party = await aCustomer(book);
    value(await book.run(seller, restCustomer(party, '两年未购')));
    value(await book.run(seller, wakeCustomer(party)));
    value(await book.run(seller, restCustomer(party, '两年未购')));
    const sold = value(await book.run(seller, takeOrder(anOrder('carry', [{ product: 'pot', quantity: 1000, price: 100 }], { party }))));
    expect(sold.saved.map(({ kind, status }) => [kind, status])).toEqual([
      ['order', 'released'],
      ['customer', 'active'],
    ]);
  });
});

describe('the reception card', () => {
  it('keeps every contact, moves the level and makes the next contact a task [RCP-09]', async () => {
    const book = aMemoryBook();
    const id = await aCustomer(book);
    const body = { channel: 'phone' as const, said: '想要大号，月底定', next: '2026-11-20' };
    const { answer } = value(await book.run(seller, recordContact({ customer: id, body, level: 'A' })));
    expect((await book.get(id))?.body.level).toBe('A');
    expect(await dueTasks(book, '2026-11-20')).toMatchObject([{ id: answer.task, party: id, source: answer.contact }]);
    expect((await book.all({ kind: 'contact', party: id })).rows).toHaveLength(1);
    expect(refusal(await book.run(seller, recordContact({ customer: id, body: { ...body, said: '' } }))).code).toBe('TextMissing');
    expect(refusal(await book.run(seller, recordContact({ customer: id, body: { ...body, next: '2026-11-01' } }))).code).toBe('DayIsPast');
  });
});

/** A customer with two debts of 6000 and 3000, the second ten days younger. */
async function aDebtor() {
  const book = await aShop({ pot: 9000 });
  const party = await aCustomer(book, { creditLimit: 20_000, creditDays: 30 });
  for (const price of [6000, 3000]) {
    const line = { product: 'pot', quantity: 1000, price };
    const { answer } = value(await book.run(seller, takeOrder(anOrder('account', [line], { party }))));
    value(await book.run(seller, handGoods(answer.order, [{ line: 0, quantity: 1000 }])));
    if (price === 6000) book.pass(10);
  }
  return { book, party };
}

describe('what a customer owes', () => {
  it('is summed by age, with the days overdue and what is left of the limit [CRM-01 PAY-04]', async () => {
    const { book, party } = await aDebtor();
    const fresh = await customerSummary(book, party, '2026-11-12', {});
    expect(fresh).toMatchObject({ owed: 9000, overdueDays: 0, creditLeft: 11_000, ages: { notDue: 9000, overdue: [0, 0, 0, 0] } });
    expect(fresh?.lastPurchase).toMatchObject({ day: '2026-11-12', amount: 3000 });
    const late = await customerSummary(book, party, '2026-12-05', {});
    expect(late).toMatchObject({ overdueDays: 3, ages: { notDue: 3000, overdue: [6000, 0, 0, 0] } });
    const later = await customerSummary(book, party, '2027-02-10', { 'receivable.age_days_1': 61 });
    expect(later?.ages).toEqual({ notDue: 0, overdue: [3000, 0, 6000, 0] });
    expect(await customerSummary(book, 'nobody', '2026-11-12', {})).toBeNull();
  });

  it('goods promised on account count against the limit before they are handed over [PAY-04 G-07]', async () => {
    const book = await aShop({ pot: 9000 });
    const party = await aCustomer(book, { creditLimit: 10_000 });
    const sale = (price: number) => takeOrder(anOrder('account', [{ product: 'pot', quantity: 1000, price }], { party }));
    value(await book.run(seller, sale(6000)));
    const over = refusal(await book.run(seller, sale(4001)));
    expect(over).toMatchObject({ gate: 'G-07', values: { open: 6000, over: 1 } });
    const cashSale = anOrder('collect', [{ product: 'pot', quantity: 1000, price: 50_000 }], { party });
    value(await book.run(seller, takeOrder(cashSale)));
    value(await book.run(seller, sale(4000)));
  });

  it('prepayments for one order do not make room for another on account [PAY-04 G-07]', async () => {
    const book = await aShop({ pot: 9000 });
    const party = await aCustomer(book, { creditLimit: 1000 });
    const prepaid = value(
      await book.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 1000, price: 5000 }], { party }))),
    );
    value(await book.run(cashier, cash(prepaid.answer.order, 5000)));
    const over = refusal(
      await book.run(seller, takeOrder(anOrder('account', [{ product: 'pot', quantity: 1000, price: 1001 }], { party }))),
    );
    expect(over).toMatchObject({ gate: 'G-07', values: { open: 0, over: 1 } });
    expect(await customerSummary(book, party, '2026-11-02', {})).toMatchObject({ owed: 0, prepaid: 5000, creditLeft: 1000 });
  });
});

describe('two files of one customer', () => {
  it('become one: gaps are filled, debts and papers of both are found, the old file takes no more orders [CRM-12]', async () => {
    const { book, party } = await aDebtor();
    const keep = await aCustomer(book, { name: '李敏（新）', phone: '13911113333', address: '', creditLimit: 10_000 });
    expect(refusal(await book.run(seller, mergeCustomers(keep, party))).code).toBe('PostMayNot');
    expect(refusal(await book.run(manager, mergeCustomers(keep, keep))).code).toBe('SameFile');
    value(await book.run(manager, mergeCustomers(keep, party)));
    expect((await book.get(keep))?.body).toMatchObject({
      name: '李敏（新）',
      address: '杭州',
      otherPhone: '13900002222',
      creditLimit: 10_000,
    });
    expect(await customerSummary(book, keep, '2026-11-12', {})).toMatchObject({ owed: 9000, creditLeft: 1000, parties: [keep, party] });
    const sale = anOrder('carry', [{ product: 'pot', quantity: 1000, price: 1 }], { party });
    expect(refusal(await book.run(seller, takeOrder(sale))).code).toBe('CustomerIsMerged');
    const tooMuch = anOrder('account', [{ product: 'pot', quantity: 1000, price: 1001 }], { party: keep });
    expect(refusal(await book.run(seller, takeOrder(tooMuch)))).toMatchObject({ gate: 'G-07', values: { open: 9000 } });

    value(await book.run(finance, settleReceivable({ party: keep, method: 'transfer', amount: 9000, tendered: 0, reason: '' })));
    expect(await customerSummary(book, keep, '2026-11-12', {})).toMatchObject({ owed: 0, debts: [] });
    expect(book.kept()).toEqual(book.rebuilt());
  });
});
