import { expect, it } from 'vitest';
import { aCustomer, aProduct, aShop, manager, refusal, seller, value } from '../branch.fixture.ts';
import { dgmSales, gm } from '../contract/contract.fixture.ts';
import { decideOn } from '../decisions.ts';
import { issuePolicy } from '../policy/rules.ts';
import { quotation } from '../quotation/module.ts';
import { anOffer } from '../quotation/quotation.fixture.ts';
import { draftQuotation, submitQuotation } from '../quotation/rules.ts';
import { formFromQuotation } from './from-quotation.ts';
import { correctApplication, fillApplication, submitApplication } from './rules.ts';

it('an application takes over the quotation’s lines; its approved price below the floor holds, a lower one does not [CON-01 QPA-03 G-02 G-12]', async () => {
  const book = await aShop({});
  const pot = await aProduct(book, { price: 10_000, floor: 9800 });
  const party = await aCustomer(book, { type: 'organisation', contact: '周工', industry: '电力' });
  value(await book.run(manager, issuePolicy({}, '')));
  const { quotation: id } = value(await book.run(seller, draftQuotation(anOffer({ pot, party }, 9700)))).answer;
  const form = () => book.get(id).then((found) => formFromQuotation(quotation.read(found ?? expect.fail()), { type: 'organisation' }));
  const filled = value(await book.run(seller, fillApplication({ body: await form(), party }))).answer.application;
  expect(await book.get(filled)).toMatchObject({ source: id, body: { quotation: id, plan: [{ kind: 'balance', due: '' }] } });
  const held = await book.run(seller, submitApplication(filled));
  // The day of delivery, which the contract will need, is asked for before anybody signs.
  expect(held.ok ? [] : held.refusal.outcomes?.map(({ gate, values }) => [gate, values['missing']])).toEqual([
    ['G-02', undefined],
    ['G-12', 'delivery'],
  ]);

  value(await book.run(seller, submitQuotation(id)));
  for (const person of [manager, dgmSales, gm]) {
    if ((await book.get(id))?.status === 'submitted') value(await book.run(person, decideOn(id, { verb: 'sign', comment: '' })));
  }
  expect((await book.get(id))?.status).toBe('approved');
  const quoted = { ...(await form()), deliverOn: '2026-12-10' };
  const lower = { ...quoted, plan: [], lines: quoted.lines.map((line) => ({ ...line, price: line.price - 1 })) };
  value(await book.run(seller, correctApplication(filled, lower)));
  expect(refusal(await book.run(seller, submitApplication(filled)))).toMatchObject({ gate: 'G-02' });
  value(await book.run(seller, correctApplication(filled, quoted)));
  value(await book.run(seller, submitApplication(filled)));
});
