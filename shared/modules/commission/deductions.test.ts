import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { parseRates, rateFor } from '#shared/policy/commission-rates.ts';
import { anOrder, cashier, finance, manager, refusal, seller, value } from '../branch.fixture.ts';
import { aForm, colleague } from '../contract/contract.fixture.ts';
import { maySee, seesAll } from '../may-see.ts';
import { signConcession } from '../order/concessions.ts';
import { takeOrder } from '../order/rules.ts';
import { checkParameters } from '../policy/check-parameters.ts';
import { aContract, pay } from '../recovery/recovery.fixture.ts';
import { staff } from '../staff/module.ts';
import { concededOff } from './earn.ts';
import { commission } from './module.ts';
import { writeCommission } from './rules.ts';

async function aSeller(form = aForm({ needsService: false })) {
  const { book, id } = await aContract(form);
  const body = { name: '小王', code: '001', roles: ['salesperson' as const], phone: '', pinHash: '' };
  value(
    await book.run(manager, async (_read, moment) => {
      const person = untyped(value(commitNew(staff, body, moment)));
      return ok({ records: [{ ...person, id: seller.id }], answer: null });
    }),
  );
  book.parameters = { 'commission.rate': 200 };
  return { book, id };
}

/** A sale with 30 yuan given away off the whole, nobody's signature. */
const aGift = takeOrder(anOrder('collect', [{ product: 'toolbox', quantity: 1000, price: 10_000 }], {}, 3000));

describe('own concessions', () => {
  it('come off the salesperson’s next sheet, once [STF-11 MFG-06]', async () => {
    const { book, id } = await aSeller();
    value(await book.run(seller, aGift));
    value(await book.run(finance, pay(id, 1_000_000)));
    const sheet = value(await book.run(manager, writeCommission(seller.id))).answer.commission;
    expect((await book.get(sheet))?.body).toMatchObject({ commission: 20_000, conceded: 3000, total: 17_000 });
    expect(await book.balance(`conceded-off/${seller.id}`)).toBe(3000);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('that a supervisor signed are nobody’s cost [STF-11 MFG-06]', async () => {
    const { book, id } = await aSeller();
    const { order } = value(await book.run(seller, aGift)).answer;
    value(await book.run(manager, signConcession(order, '开业')));
    value(await book.run(finance, pay(id, 1_000_000)));
    const sheet = value(await book.run(manager, writeCommission(seller.id))).answer.commission;
    expect((await book.get(sheet))?.body).toMatchObject({ conceded: 0, total: 20_000 });
  });

  it('take no more than the sheet pays, and give back what was signed since [STF-11 MFG-06]', () => {
    expect([concededOff(3000, 20_000), concededOff(3000, 1000), concededOff(3000, -500), concededOff(-700, 0)]).toEqual([
      3000, 1000, 0, -700,
    ]);
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.nat(100_000), { maxLength: 20 }), (owed, sheets) => {
        let off = 0;
        for (const payable of sheets) {
          const part = concededOff(owed - off, payable);
          expect(part).toBeLessThanOrEqual(payable);
          off += part;
        }
        expect(off).toBe(
          Math.min(
            owed,
            sheets.reduce((sum, payable) => sum + payable, 0),
          ),
        );
      }),
    );
  });

  it('a sheet of the earlier form has none [MFG-06]', () => {
    expect(commission.upgrades[1]?.({ total: 5 })).toEqual({ total: 5, conceded: 0 });
  });
});

describe('rates by table', () => {
  it('earn each product group its own, the rest the usual [MFG-06 STF-09]', async () => {
    const { book, id } = await aSeller();
    book.parameters = { 'commission.rate': 200, 'commission.rate_table': '电缆:350; 接头盒:100' };
    value(await book.run(finance, pay(id, 1_000_000)));
    const sheet = value(await book.run(manager, writeCommission(seller.id))).answer.commission;
    expect((await book.get(sheet))?.body).toMatchObject({ commission: 35_000, lines: [{ rate: 350 }] });
    expect(rateFor(book.parameters, '其他')).toBe(200);
  });

  it('a table alone is enough; a spoiled one is not taken into a policy [MFG-06 QPA-08]', async () => {
    const { book, id } = await aSeller();
    value(await book.run(finance, pay(id, 1_000_000)));
    book.parameters = {};
    expect(refusal(await book.run(manager, writeCommission(seller.id))).code).toBe('CommissionRateNotSet');
    book.parameters = { 'commission.rate_table': '电缆:10000' };
    value(await book.run(manager, writeCommission(seller.id)));
    expect(['电缆:10001', '电缆', '电缆:1; 电缆:2', ':5', '电缆:-1'].map(parseRates)).toEqual([null, null, null, null, null]);
    expect(checkParameters({ 'commission.rate_table': '电缆' }).ok).toBe(false);
    expect(checkParameters({ 'commission.rate_table': '电缆:350; 接头盒:100' }).ok).toBe(true);
    expect(checkParameters({ 'commission.rate_table': '' }).ok).toBe(true);
  });
});

describe('what is not everybody’s to read', () => {
  it('another’s commission, claims and trips; a leader and whoever pays read them [STF-09 TRV-04]', () => {
    const own = { kind: 'commission', owner: seller.id };
    expect([maySee(own, seller), maySee(own, colleague), maySee(own, manager), maySee(own, cashier)]).toEqual([true, false, true, true]);
    const claim = { kind: 'expense', owner: seller.id };
    expect([maySee(claim, colleague), maySee(claim, aPerson('出纳', 'treasurer')), maySee(claim, cashier)]).toEqual([false, true, false]);
    expect(seesAll('order', colleague)).toBe(true);
  });
});
