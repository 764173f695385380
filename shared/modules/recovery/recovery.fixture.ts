/** A contract in force and what happens to it, for tests of its money. */
import { aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { reportAcceptance, signAcceptance } from '../acceptance/rules.ts';
import { aStaffFile, finance, guard, keeper, manager, seller, signing, value } from '../branch.fixture.ts';
import { drawClosing } from '../closing/rules.ts';
import { writeCommission } from '../commission/rules.ts';
import { aCompany, aForm, anEffective, crewman } from '../contract/contract.fixture.ts';
import { orderFromContract } from '../contract/delivery.ts';
import { bookDelivery, issueStock, recordSignedCopy, releaseDispatch, writeDispatch } from '../dispatch/rules.ts';
import { issueGatepass, passGate } from '../gatepass/rules.ts';
import { issueInvoice, requestInvoice } from '../invoice/rules.ts';
import { reviewOrder } from '../order/steps.ts';
import { takeContractMoney, type ContractMoneyInput } from '../receipt/for-contract.ts';
import { askReturn, approveReturn, receiveReturn } from '../return/rules.ts';
import { drawStatement } from '../statement/rules.ts';
import { finishWork, scheduleWork, signWorkOrder, writeWorkOrder } from '../workorder/rules.ts';
import { proposeInterest, writeDunning } from './overdue-rules.ts';

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
  steps: { signed?: boolean; booked?: boolean; gift?: boolean } = {},
): Promise<{ order: string; dispatch: string }> {
  const drumsOnly = [{ line: 0, quantity: drums * 1000 }];
  const lines = steps.gift === true ? [...drumsOnly, { line: 1, quantity: 1000 }] : drumsOnly;
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

/** A year's end with one of each money paper; `papers` are their ids, the contract's own among them. */
export async function moneyPaperExamples(): Promise<{ book: MemoryBook; papers: string[] }> {
  const { book, id, party } = await aContract();
  value(await book.run(manager, aStaffFile(seller)));
  book.parameters = { 'commission.rate': 200, 'overdue.interest_rate': 5 };
  await deliver(book, id, 10);
  value(await book.run(finance, pay(id, 18_000_000)));
  // 26 December: five days of interest on 90,000 yuan are charged, and not paid.
  book.pass(54);
  const proposed = value(await book.run(finance, proposeInterest(id))).answer.interest;
  value(await book.run(dgmFinance, signing(proposed)));
  book.pass(46);
  const said = { invoiceKind: 'special' as const, buyer: '恒通电力工程有限公司', taxNo: '91330200MA2AAAAA1X', notes: '' };
  const where = { addressPhone: '宁波市北仑区 0574-1234567', bankAccount: '工商银行北仑支行 3901', content: '电力电缆' };
  const request = value(await book.run(seller, requestInvoice({ contract: id, ...said, ...where, amount: 18_000_000 }))).answer.invoice;
  value(await book.run(finance, signing(request)));
  value(await book.run(dgmFinance, signing(request)));
  const today = book.moment(seller).today;
  value(await book.run(finance, issueInvoice(request, { number: '26332000000012345678', day: today, file: '' })));
  const statement = value(await book.run(finance, drawStatement({ party, from: '2026-11-01', to: today }))).answer.statement;
  const letter = value(await book.run(seller, writeDunning(id))).answer.dunning;
  const sheet = value(await book.run(manager, writeCommission(seller.id))).answer.commission;
  const closing = value(await book.run(manager, drawClosing('2027-01'))).answer.closing;
  return { book, papers: [request, statement, letter, sheet, closing, id] };
}
