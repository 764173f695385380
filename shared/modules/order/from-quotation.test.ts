import { describe, expect, it } from 'vitest';
import { anOrder, manager, refusal, seller, value } from '../branch.fixture.ts';
import { decideOn } from '../decisions.ts';
import { anOffer, anOffice, aPolicy, chief, deputy, type Office } from '../quotation/quotation.fixture.ts';
import { acceptQuotation, draftQuotation, sendQuotation, submitQuotation } from '../quotation/rules.ts';
import { ownConcessions } from './concessions.ts';
import { cancelRest, correctOrder, takeOrder, voidOrder } from './rules.ts';

const supervised = [manager, deputy, chief];

/** Ten pots at 79 yuan, below the floor of 80: signed along the chain, sent and agreed to. */
async function anAccepted(office: Office, price = 7900, source = ''): Promise<string> {
  const { book } = office;
  const { quotation } = value(await book.run(seller, draftQuotation(anOffer(office, price, {}, source)))).answer;
  value(await book.run(seller, submitQuotation(quotation)));
  for (const person of supervised) {
    if ((await book.get(quotation))?.status === 'submitted')
      value(await book.run(person, decideOn(quotation, { verb: 'sign', comment: '' })));
  }
  value(await book.run(seller, sendQuotation(quotation, { channel: 'email', to: '李敏' })));
  value(await book.run(seller, acceptQuotation(quotation, { name: '李敏', day: book.moment(seller).today, file: '' })));
  return quotation;
}

function aSale({ pot, party }: Office, source: string, line: { price?: number; quantity?: number } = {}, discount = 0) {
  const input = anOrder(
    'collect',
    [{ product: pot, quantity: 10_000, price: 7900, ...line }],
    { shortage: { told: true, choice: 'wait' } },
    discount,
  );
  const [first] = input.body.lines;
  const lines = first ? [{ ...first, code: 'P1', name: '砂锅' }] : [];
  return { ...input, party, source, body: { ...input.body, customerName: '远山厨具', lines } };
}

describe('an order from an approved quotation', () => {
  it('is not asked about its prices again, and costs its salesperson nothing [QPA-03 QPA-04 STF-11 G-02]', async () => {
    const office = await anOffice();
    const { book } = office;
    const quoted = await anAccepted(office);
    const { order } = value(await book.run(seller, takeOrder(aSale(office, quoted)))).answer;
    const made = await book.get(order);
    expect(made?.body).toMatchObject({ quotation: quoted, lines: [{ policyPrice: 10_000, floor: 8000, price: 7900 }] });
    expect(made?.events[0]?.stamp?.find(({ gate }) => gate === 'G-02')).toMatchObject({
      result: 'passed',
      facts: { approved: true, lines: 1 },
    });
    expect(await ownConcessions(book, '2026-11')).toEqual(new Map());
  });

  it.each([
    ['a fen cheaper', { price: 7899 }, 0],
    ['one more', { quantity: 11_000 }, 0],
    ['a discount on top', {}, 1],
  ])('asks again for %s than what was approved [QPA-03 G-02]', async (_what, line, discount) => {
    const office = await anOffice();
    const quoted = await anAccepted(office);
    expect(refusal(await office.book.run(seller, takeOrder(aSale(office, quoted, line, discount))))).toMatchObject({ gate: 'G-02' });
  });

  it('takes of it what is left: what was sold from it before counts, what was voided does not [QPA-03 G-02]', async () => {
    const office = await anOffice();
    const { book } = office;
    const quoted = await anAccepted(office);
    const { order } = value(await book.run(seller, takeOrder(aSale(office, quoted, { quantity: 6000 })))).answer;
    expect(refusal(await book.run(seller, takeOrder(aSale(office, quoted, { quantity: 5000 })))).gate).toBe('G-02');
    value(await book.run(seller, takeOrder(aSale(office, quoted, { quantity: 4000 }))));
    value(await book.run(manager, voidOrder(order, '数量写错')));
    const { order: again } = value(await book.run(seller, correctOrder(order, aSale(office, '', { quantity: 5000 })))).answer;
    expect(await book.get(again)).toMatchObject({ source: order, body: { quotation: quoted } });
    // What corrects an order is sold from the quotation too.
    expect(refusal(await book.run(seller, takeOrder(aSale(office, quoted, { quantity: 2000 })))).gate).toBe('G-02');
    value(await book.run(seller, takeOrder(aSale(office, quoted, { quantity: 1000 }))));
  });

  it('gets back what of an order is cancelled, and lends nothing of it twice [QPA-03 G-02]', async () => {
    const office = await anOffice();
    const { book } = office;
    const quoted = await anAccepted(office);
    const { order } = value(await book.run(seller, takeOrder(aSale(office, quoted)))).answer;
    expect(refusal(await book.run(seller, takeOrder(aSale(office, quoted, { quantity: 1000 })))).gate).toBe('G-02');
    value(await book.run(manager, cancelRest(order, '客户只要现货')));
    value(await book.run(seller, takeOrder(aSale(office, quoted))));
    expect(refusal(await book.run(seller, takeOrder(aSale(office, quoted, { quantity: 1000 })))).gate).toBe('G-02');
  });

  it('inherits nothing from a version that was replaced, nor for another customer [QPA-02 QPA-03 G-02]', async () => {
    const office = await anOffice();
    const { book } = office;
    const { quotation: first } = value(await book.run(seller, draftQuotation(anOffer(office, 7900)))).answer;
    value(await book.run(seller, submitQuotation(first)));
    for (const person of supervised) {
      if ((await book.get(first))?.status === 'submitted') value(await book.run(person, decideOn(first, { verb: 'sign', comment: '' })));
    }
    const quoted = await anAccepted(office, 7950, first);
    expect((await book.get(first))?.status).toBe('replaced');
    expect(refusal(await book.run(seller, takeOrder(aSale(office, first)))).gate).toBe('G-02');
    expect(refusal(await book.run(seller, takeOrder({ ...aSale(office, quoted, { price: 7950 }), party: '' }))).gate).toBe('G-02');
    value(await book.run(seller, takeOrder(aSale(office, quoted, { price: 7950 }))));
  });
});

it('a price at the policy’s for the customer’s class gives nothing away [ORD-05 QPA-04 STF-11 G-04]', async () => {
  const office = await anOffice();
  const { book } = office;
  const customerClass = (await book.get(office.party))?.body.class;
  await aPolicy(book, { discounts: [{ class: customerClass as 'key', group: 'any', share: 1000 }] });
  const at = async (price: number, party: string) => {
    value(await book.run(seller, takeOrder({ ...aSale(office, '', { price }), party })));
    return (await ownConcessions(book, '2026-11')).get(seller.id) ?? 0;
  };
  expect(await at(9000, office.party)).toBe(0);
  expect(await at(8999, office.party)).toBe(10);
  expect(await at(9000, '')).toBe(10 + 10_000);
});
