import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMemoryBook, aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { enterBanking, reverseBanking } from '../banking/rules.ts';
import { aShop, anOrder, cash, cashier, finance, manager, refusal, seller, value } from '../branch.fixture.ts';
import { openFloat } from '../float/rules.ts';
import { bundlesOf, offerHandover, receiveHandover } from '../handover/rules.ts';
import { takeOrder } from '../order/rules.ts';
import { cashBookOf } from './book.ts';
import { FACES } from './faces.ts';
import { cashday } from './module.ts';
import { countCash, returnCashDay, signCashDay, withdrawCashDay } from './rules.ts';

const treasurer = aPerson('出纳', 'treasurer');

/** Notes that come to an amount of whole jiao. */
function notes(amount: number) {
  let left = amount;
  return FACES.map((face) => {
    const count = Math.floor(left / face);
    left -= count * face;
    return { face, count };
  });
}

const count = (amount: number, reason = '', box: 'safe' | 'float' = 'safe') => countCash({ box, faces: notes(amount), reason });
const toBank = (amount: number) => enterBanking({ type: 'toBank', amount, bank: '杭州银行 3301', slipNo: '0001', slip: '', note: '' });
const fromBank = (amount: number) => enterBanking({ type: 'fromBank', amount, bank: '杭州银行 3301', slipNo: '0002', slip: '', note: '' });

async function close(book: MemoryBook, amount: number, reason = ''): Promise<string> {
  const sheet = value(await book.run(treasurer, count(amount, reason))).answer.cashday;
  value(await book.run(finance, signCashDay(sheet)));
  return sheet;
}

/** The book begun with 1,000 yuan in the safe. */
async function aSafe(): Promise<MemoryBook> {
  const book = await aShop({ pot: 50_000 });
  await close(book, 100_000, '期初建账');
  book.pass(1);
  return book;
}

const bodyOf = async (book: MemoryBook, id: string) => cashday.read((await book.get(id)) ?? expect.fail()).body;

it('takes no note that is not one, and no part of one [PAY-02]', async () => {
  const book = await aShop({});
  for (const face of [
    { face: 30_000, count: 1 },
    { face: 10_000, count: -1 },
    { face: 10_000, count: 0.5 },
  ])
    expect(refusal(await book.run(treasurer, countCash({ box: 'safe', faces: [face], reason: '期初' }))).code).toBe('FaceUnknown');
  expect(refusal(await book.run(treasurer, toBank(0))).code).toBe('AmountNotPositive');
});

describe('the cash book of a day', () => {
  it('has opening, takings by method, payments, deposits, count by denomination and closing [PAY-02 SHP-03]', async () => {
    const book = await aSafe();
    const { order } = value(
      await book.run(seller, takeOrder(anOrder('carry', [{ product: 'pot', quantity: 10_000, price: 6000 }]))),
    ).answer;
    value(await book.run(cashier, cash(order, 60_000)));
    const counted = (await bundlesOf(book, cashier.id)).map(({ day, method, booked }) => ({ day, method, counted: booked }));
    const { handover } = value(await book.run(cashier, offerHandover({ counted, note: '' }))).answer;
    value(await book.run(finance, receiveHandover(handover)));
    value(await book.run(finance, openFloat({ amount: 20_000, person: '收银', note: '' })));
    value(await book.run(treasurer, toBank(90_000)));
    const state = await cashBookOf(book, 'safe', book.moment(finance).today);
    expect(state).toMatchObject({ opening: 100_000, cashIn: 60_000, cashOut: 110_000, booked: 50_000 });
    expect([...state.byMethod]).toEqual([['cash', 60_000]]);
    expect(state.lines.map(({ sort, amount }) => [sort, amount])).toEqual([
      ['handover', 60_000],
      ['float', -20_000],
      ['deposit', -90_000],
    ]);
    const body = await bodyOf(book, await close(book, 50_000));
    expect(body.faces).toEqual([{ face: 10_000, count: 5 }]);
    expect(body.lines.length).toBe(3);
    expect((await cashBookOf(book, 'safe', book.moment(finance).today)).lines).toEqual([]);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('a difference is explained, counted by one and signed by another [PAY-02]', async () => {
    const book = await aSafe();
    expect(refusal(await book.run(treasurer, count(99_990)))).toMatchObject({ code: 'DifferenceNeedsNote', values: { difference: 10 } });
    const sheet = value(await book.run(treasurer, count(99_990, '找零差一角'))).answer.cashday;
    expect(refusal(await book.run(treasurer, signCashDay(sheet))).code).toBe('PostMayNot');
    expect(refusal(await book.run(aPerson('出纳', 'treasurer', 'finance'), signCashDay(sheet))).code).toBe('MustBeAnother');
    expect(await book.balance('safe/cash')).toBe(100_000);
    value(await book.run(finance, signCashDay(sheet)));
    expect([await book.balance('safe/cash'), await book.balance(`cash-difference/${treasurer.id}`)]).toEqual([99_990, -10]);
  });

  it('what the first count finds is nobody’s surplus [PAY-02]', async () => {
    const book = await aSafe();
    expect((await book.balances('cash-difference/')).size).toBe(0);
    expect(await book.balance('safe/cash')).toBe(100_000);
  });

  it('once closed stays as it is: what comes or is put right later goes to the next open day [PAY-02]', async () => {
    const book = await aSafe();
    const wrong = value(await book.run(treasurer, toBank(30_000))).answer.banking;
    const closed = await close(book, 70_000);
    const frozen = await bodyOf(book, closed);
    expect(refusal(await book.run(treasurer, count(70_000)))).toMatchObject({ code: 'CashDayClosed' });
    expect(refusal(await book.run(finance, returnCashDay(closed, '重来'))).code).toBe('StatusPassed');
    value(await book.run(treasurer, reverseBanking(wrong, '金额录错')));
    value(await book.run(treasurer, toBank(3000)));
    expect(await bodyOf(book, closed)).toEqual(frozen);
    book.pass(1);
    const next = await bodyOf(book, await close(book, 97_000));
    expect(next).toMatchObject({ opening: 70_000, difference: 0 });
    expect(next.lines.map(({ sort, amount }) => [sort, amount])).toEqual([
      ['correction', 30_000],
      ['deposit', -3000],
    ]);
  });

  it('one count at a time; returned or withdrawn it gives its lines back [PAY-02]', async () => {
    const book = await aSafe();
    value(await book.run(treasurer, toBank(10_000)));
    const first = value(await book.run(treasurer, count(90_000))).answer.cashday;
    expect(refusal(await book.run(finance, count(90_000))).code).toBe('CashDayWaiting');
    value(await book.run(finance, returnCashDay(first, '少点一沓')));
    const second = value(await book.run(treasurer, count(90_000))).answer.cashday;
    value(await book.run(treasurer, withdrawCashDay(second, '再点一次')));
    expect((await bodyOf(book, await close(book, 90_000))).lines.length).toBe(1);
  });

  it('cash that is not there is not paid out, from the first sheet on [PAY-02 SHP-03]', async () => {
    const book = aMemoryBook();
    value(await book.run(finance, openFloat({ amount: 20_000, person: '收银', note: '' })));
    await close(book, 5000, '期初建账');
    expect(refusal(await book.run(treasurer, toBank(5001)))).toMatchObject({
      code: 'CashTooLittle',
      values: { credit: 5000, amount: 5001 },
    });
    expect(refusal(await book.run(finance, openFloat({ amount: 5001, person: '收银', note: '' }))).code).toBe('CashTooLittle');
    value(await book.run(treasurer, toBank(5000)));
    value(await book.run(treasurer, fromBank(20_000)));
    expect(await book.balance('safe/cash')).toBe(20_000);
  });

  it('the float has its own sheet, counted by the counter cashier [SHP-03]', async () => {
    const book = await aSafe();
    value(await book.run(finance, openFloat({ amount: 20_000, person: '收银', note: '' })));
    expect(refusal(await book.run(cashier, count(80_000))).code).toBe('PostMayNot');
    const sheet = value(await book.run(cashier, count(20_000, '', 'float'))).answer.cashday;
    value(await book.run(finance, signCashDay(sheet)));
    expect((await bodyOf(book, sheet)).lines.map(({ sort, amount }) => [sort, amount])).toEqual([['float', 20_000]]);
    expect((await cashBookOf(book, 'safe', book.moment(finance).today)).lines.length).toBe(1);
  });

  it('bank slips name the bank and the slip [PAY-02]', async () => {
    const book = await aSafe();
    const slip = { type: 'toBank' as const, amount: 100, bank: '', slipNo: '', slip: '', note: '' };
    expect(refusal(await book.run(treasurer, enterBanking(slip))).code).toBe('BankMissing');
    expect(refusal(await book.run(treasurer, enterBanking({ ...slip, bank: '工行' }))).code).toBe('BankSlipMissing');
    expect(refusal(await book.run(manager, toBank(100))).code).toBe('PostMayNot');
  });

  it('each movement stands on exactly one sheet, and sheets follow one another without a gap [PAY-02]', async () => {
    const step = fc.constantFrom('deposit', 'draw', 'undo', 'close', 'sleep');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const book = await aSafe();
        const slips: string[] = [];
        const sheets: string[] = [];
        for (const what of [...steps, 'sleep', 'close']) {
          if (what === 'deposit') slips.push((await book.run(treasurer, toBank(1000))).ok ? (book.records().at(-1)?.id ?? '') : '');
          if (what === 'draw') slips.push(value(await book.run(treasurer, fromBank(2000))).answer.banking);
          if (what === 'undo') await book.run(treasurer, reverseBanking(slips.at(-1) ?? '', '录错'));
          if (what === 'sleep') book.pass(1);
          if (what === 'close') {
            const counted = await book.run(treasurer, count(await book.balance('safe/cash')));
            if (counted.ok) {
              value(await book.run(finance, signCashDay(counted.value.answer.cashday)));
              sheets.push(counted.value.answer.cashday);
            }
          }
        }
        let before = 100_000;
        const sums = new Map<string, number>();
        for (const id of sheets) {
          const body = await bodyOf(book, id);
          expect(body.opening).toBe(before);
          expect(body.counted).toBe(body.opening + body.cashIn - body.cashOut);
          before = body.counted;
          for (const { source, amount } of body.lines) sums.set(source, (sums.get(source) ?? 0) + amount);
        }
        for (const slip of book.records().filter(({ kind }) => kind === 'banking')) {
          expect(sums.get(slip.id) ?? 0).toBe(slip.status === 'entered' ? slip.amount : 0);
        }
      }),
      { numRuns: 40 },
    );
  });
});
