/** A contract in force and what happens to it, for tests of its money. */
import { aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { reportAcceptance, signAcceptance } from '../acceptance/rules.ts';
import { finance, guard, keeper, manager, seller, value } from '../branch.fixture.ts';
import { aCompany, aForm, anEffective, crewman } from '../contract/contract.fixture.ts';
import { orderFromContract } from '../contract/delivery.ts';
import { bookDelivery, issueStock, recordSignedCopy, releaseDispatch, writeDispatch } from '../dispatch/rules.ts';
import { issueGatepass, passGate } from '../gatepass/rules.ts';
import { reviewOrder } from '../order/steps.ts';
import { takeContractMoney, type ContractMoneyInput } from '../receipt/for-contract.ts';
import { askReturn, approveReturn, receiveReturn } from '../return/rules.ts';
import { finishWork, scheduleWork, signWorkOrder, writeWorkOrder } from '../workorder/rules.ts';

export const dgmFinance = aPerson('财务副总', 'dgmFinance');

/** 300,000 yuan; ten drums of cable at 30,000 are in stock. */
export async function aContract(form = aForm({ needsService: false })): Promise<{ book: MemoryBook; id: string; party: string }> {
  const { book, party } = await aCompany({ cable: 20_000, toolbox: 5000 });
  return { book, party, id: await anEffective(book, party, form) };
}

export function pay(id: string, amount: number, rest: Partial<ContractMoneyInput> = {}) {
  return takeContractMoney({ contract: id, type: 'payment', method: 'transfer', amount, tendered: 0, reason: '', ...rest });
}

/** Drums out by dispatch note and stock-out slip; the customer signs, finance books when asked to. Answers order and note. */
export async function deliver(
  book: MemoryBook,
  contract: string,
  drums: number,
  steps: { signed?: boolean; booked?: boolean } = {},
): Promise<{ order: string; dispatch: string }> {
  const lines = [{ line: 0, quantity: drums * 1000 }];
  const delivery = { contract, lines, location: 'shop', deliverOn: '2026-12-10', address: '宁波北仑', notes: '' };
  const order = value(await book.run(seller, orderFromContract(delivery))).answer.order;
  value(await book.run(manager, reviewOrder(order, { legality: true, accuracy: true, completeness: true })));
  const to = { type: 'delivery' as const, consignee: '恒通电力', phone: '', address: '宁波', carrier: '自有车', vehicle: '', driver: '' };
  const dispatch = value(await book.run(seller, writeDispatch({ order, lines, delivery: { ...to, expected: '', notes: '' } }))).answer
    .dispatch;
  value(await book.run(manager, releaseDispatch(dispatch)));
  value(await book.run(keeper, issueStock(dispatch, lines)));
  const load = { vehicle: '浙A12345', driver: '老李', packages: drums, goods: '' };
  const pass = value(await book.run(keeper, issueGatepass(dispatch, load))).answer.gatepass;
  value(await book.run(guard, passGate(pass, { time: '09:30', vehicle: load.vehicle })));
  const day = book.moment(seller).today;
  if (steps.signed !== false) value(await book.run(seller, recordSignedCopy(dispatch, { name: '周工', day, file: '' })));
  if (steps.booked !== false) value(await book.run(finance, bookDelivery(dispatch)));
  return { order, dispatch };
}

export async function bringBack(book: MemoryBook, order: string, drums: number): Promise<void> {
  const input = { order, lines: [{ line: 0, quantity: drums * 1000 }], reason: '型号不符', condition: 'good' as const };
  const slip = value(await book.run(seller, askReturn(input))).answer.return;
  value(await book.run(manager, approveReturn(slip)));
  value(await book.run(keeper, receiveReturn(slip)));
}

/** The on-site work is done and the customer signed the report. */
export async function accept(book: MemoryBook, contract: string): Promise<void> {
  const work = { job: 'splicing', site: '北仑', contact: '周工', phone: '', work: '接续', wantedOn: '', notes: '' } as const;
  const job = value(await book.run(seller, writeWorkOrder(contract, work))).answer.workorder;
  value(await book.run(manager, signWorkOrder(job)));
  const day = book.moment(seller).today;
  value(await book.run(manager, scheduleWork(job, { day, crew: [crewman.id] })));
  value(await book.run(crewman, finishWork(job, '')));
  const report = { items: [], findings: '', outcome: 'passed' as const, photo: '' };
  const acceptance = value(await book.run(crewman, reportAcceptance(job, report))).answer.acceptance;
  value(await book.run(crewman, signAcceptance(acceptance, { name: '周工', file: '', day })));
}
