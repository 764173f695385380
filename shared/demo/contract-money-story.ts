/** The money of a contract: paid by its plan or not, invoiced, dunned, closed (PAY-01…10). */
import { daysBetween } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import { closeContract, noteContract } from '#shared/modules/contract/life.ts';
import { contract } from '#shared/modules/contract/module.ts';
import { deliverInvoice, issueInvoice, requestInvoice } from '#shared/modules/invoice/rules.ts';
import { takeContractMoney } from '#shared/modules/receipt/for-contract.ts';
import { moneyOf, type ContractMoney } from '#shared/modules/recovery/contract-money.ts';
import { answerDunning, proposeInterest, sendDunning, sue, writeDunning } from '#shared/modules/recovery/overdue-rules.ts';
import { isFar, type Deal } from './contract-plan.ts';
import type { Story } from './diary.ts';
import { managerFor, signThrough } from './signing.ts';
import { another, chief, look, print, soon, type World } from './world.ts';

/** Deposit or first part: with the signature. */
export async function payFirst(world: World, deal: Deal): Promise<void> {
  const first = (await stand(world, deal)).plan[0];
  if (first && isFar(deal.plan, 'effective') && deal.plan.until !== 'effective')
    await pay(world, deal, first.open, first.kind === 'deposit');
}

async function stand(world: World, { contract: id }: Deal): Promise<ContractMoney> {
  return moneyOf(world.book, await look(world, contract, id));
}

/** By transfer, straight to finance: both ledgers know of it on the same day. */
async function pay(world: World, { contract: id, buyer }: Deal, amount: Fen, earnest = false): Promise<void> {
  const { book, random, people } = world;
  if (amount <= 0) return;
  const finance = random.pick(people.finance);
  const money = {
    contract: id,
    type: earnest ? ('deposit' as const) : ('payment' as const),
    method: 'transfer' as const,
    amount,
    tendered: 0,
    reason: '',
    earnest,
  };
  const { receipt } = await book.must(finance, takeContractMoney(money));
  await print(world, finance, receipt, earnest ? 'deposit-receipt' : 'receipt');
  if (random.chance(0.3)) await print(world, buyer.seller, receipt, 'receipt');
}

/** From the delivery on: the other parts of the plan, the invoice, what is overdue, the end. */
export async function* collectMoney(world: World, deal: Deal): Story {
  const { book, random, people } = world;
  const { plan } = deal;
  const [, second, last] = (await stand(world, deal)).plan;
  if (plan.pays === 'badly' || plan.pays === 'court') return yield* dun(world, deal, second?.due ?? '');
  const late = plan.pays === 'late' ? random.whole(3, 12) : 0;
  if (second) {
    yield another(world, Math.max(0, daysBetween(book.today, second.due) + late), 9 * 60, 16 * 60);
    await pay(world, deal, plan.pays === 'short' ? second.open - Math.round(deal.total / 1_000_000) * 100_000 : second.open);
  }
  if (plan.pays === 'short') {
    await book.must(deal.buyer.seller, noteContract(deal.contract, '客户要求先开票：回款未到六成，暂不开，已告知'));
    return;
  }
  if (!isFar(plan, 'asked')) return;
  yield another(world, random.whole(0, 3));
  yield* invoice(world, deal);
  if (!isFar(plan, 'paid')) return;
  if (last) yield another(world, Math.max(1, daysBetween(book.today, last.due) + late), 9 * 60, 16 * 60);
  await pay(world, deal, (await stand(world, deal)).open);
  if (!isFar(plan, 'closed')) return;
  yield another(world, random.whole(0, 2));
  await book.must(random.pick(people.finance), closeContract(deal.contract));
}

async function* invoice(world: World, { contract: id, buyer, plan, total }: Deal): Story {
  const { book, random, people } = world;
  const said = {
    contract: id,
    invoiceKind: 'special' as const,
    buyer: buyer.body.name,
    taxNo: `91330100MA${random.whole(10_000_000, 99_999_999)}`,
    addressPhone: `${buyer.body.address} ${buyer.body.phone}`,
    bankAccount: `杭州银行 3301 0400 0000 ${random.whole(1000, 9999)}`,
    content: '机电设备及配件一批，详见清单',
    amount: total,
    notes: '',
  };
  const { invoice: slip } = await book.must(buyer.seller, requestInvoice(said));
  await print(world, buyer.seller, slip, 'invoice-request');
  yield soon(world, 20, 90);
  yield* signThrough(world, slip, buyer.seller, plan.until === 'asked' ? 'dgmFinance' : undefined);
  if (plan.until === 'asked') return;
  yield soon(world, 20, 120);
  const number = `2633${random.whole(1_000_000_000, 9_999_999_999)}${random.whole(100_000, 999_999)}`;
  await book.must(random.pick(people.finance), issueInvoice(slip, { number, day: book.today, file: '' }));
  yield another(world, 1);
  await book.must(buyer.seller, deliverInvoice(slip, buyer.body.contact));
}

/** Letter after letter, interest in between, and at last the court. */
async function* dun(world: World, deal: Deal, due: string): Story {
  const { book, random, people } = world;
  const { contract: id, buyer } = deal;
  if (due === '') return;
  yield another(world, Math.max(0, daysBetween(book.today, due)) + 8);
  const { dunning: first } = await book.must(buyer.seller, writeDunning(id, '请核对后安排付款'));
  await book.must(buyer.seller, sendDunning(first, '微信'));
  yield another(world, 4);
  await book.must(buyer.seller, answerDunning(first, { text: '业主款未到，承诺下月付一半', promised: '' }));
  yield another(world, 10);
  const finance = random.pick(people.finance);
  const proposed = await book.run(managerFor(world, buyer.seller), proposeInterest(id));
  yield soon(world, 30, 120);
  if (proposed.ok) yield* signThrough(world, proposed.value.interest, buyer.seller);
  yield soon(world, 20, 60);
  const { dunning: second } = await book.must(finance, writeDunning(id, '逾期利息一并催收'));
  await print(world, finance, second, 'dunning-letter');
  await book.must(finance, sendDunning(second, '快递'));
  if (deal.plan.pays !== 'court') return;
  yield another(world, 162);
  const court = {
    court: '杭州市拱墅区人民法院',
    caseNo: `（${book.today.slice(0, 4)}）浙 0105 民初 ${random.whole(1000, 9999)} 号`,
    reason: '两次书面催收无果',
  };
  await book.must(chief(world, 'dgmFinance'), sue(second, court));
}
