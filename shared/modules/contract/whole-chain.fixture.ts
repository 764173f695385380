/** One contract of 300,000 yuan from the policy to the paid commission, with every paper on the way: what the centre may find fault with. */
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { reportAcceptance, signAcceptance } from '../acceptance/rules.ts';
import { aCustomer, aStaffFile, finance, goods, made, manager, seller, signing, value } from '../branch.fixture.ts';
import { drawClosing, signClosingForFinance, signClosingForSales } from '../closing/rules.ts';
import { payCommission, writeCommission } from '../commission/rules.ts';
import { decideOn } from '../decisions.ts';
import { issueInvoice, requestInvoice } from '../invoice/rules.ts';
import { receiveProduction, startProduction, writeNotice } from '../notice/rules.ts';
import { opening } from '../opening/module.ts';
import { issuePolicy } from '../policy/rules.ts';
import { deliver, dgmFinance, pay } from '../recovery/recovery.fixture.ts';
import { finishWork, scheduleWork, signWorkOrder, writeWorkOrder } from '../workorder/rules.ts';
import { anEffective, crewman, dgmSales, gm, planner, plant } from './contract.fixture.ts';
import { acknowledgeContract, archiveContract, closeContract, handOverContract } from './life.ts';
import { finishPerformance } from './performance.ts';

const sign = { verb: 'sign', comment: '' } as const;
const wanted = { lines: [{ line: 0, quantity: 10_000 }], due: '2026-11-28', plant: '一分厂', notes: '' };
const lot = {
  lines: [{ line: 0, quantity: 10_000 }],
  location: 'shop',
  slipNo: 'CK-1',
  certificateNo: 'HGZ-1',
  certificate: '',
  notes: '',
};

/** Writes the chain into an empty book; answers the contract's id. */
export async function wholeChain(book: MemoryBook): Promise<string> {
  value(await book.run(manager, made(opening, { type: 'stock', ...goods('toolbox'), location: 'shop', quantity: 5000 })));
  value(await book.run(manager, aStaffFile(seller)));
  value(await book.run(manager, issuePolicy({ 'commission.rate': 200 }, '年度政策')));
  book.parameters = { 'commission.rate': 200 };
  const party = await aCustomer(book, {
    type: 'organisation',
    name: '恒通电力工程有限公司',
    contact: '周工',
    industry: '电力',
    creditLimit: 0,
  });
  const id = await anEffective(book, party);
  value(await book.run(seller, archiveContract(id, { place: '档案柜 3-2', copies: 2, file: '' })));
  value(await book.run(seller, handOverContract(id, { to: '合同科', note: '' })));
  value(await book.run(planner, acknowledgeContract(id)));
  // Longer than the archive may take: whoever left it out is reminded.
  book.pass(2);
  await produced(book, id);
  await deliver(book, id, 10, { gift: true });
  value(await book.run(finance, pay(id, 9_000_000)));
  await worked(book, id);
  value(await book.run(seller, finishPerformance(id)));
  value(await book.run(finance, pay(id, 9_000_000)));
  await invoiced(book, id);
  value(await book.run(finance, pay(id, 12_000_000)));
  value(await book.run(finance, closeContract(id)));
  await commissioned(book);
  book.pass(35);
  const sheet = value(await book.run(manager, drawClosing('2026-11'))).answer.closing;
  value(await book.run(manager, signClosingForSales(sheet)));
  value(await book.run(finance, signClosingForFinance(sheet)));
  return id;
}

async function produced(book: MemoryBook, contract: string): Promise<void> {
  const notice = value(await book.run(planner, writeNotice(contract, wanted))).answer.notice;
  value(await book.run(dgmSales, decideOn(notice, sign)));
  value(await book.run(plant, startProduction(notice)));
  value(await book.run(plant, receiveProduction(notice, lot)));
}

async function worked(book: MemoryBook, contract: string): Promise<void> {
  const work = { job: 'splicing', site: '', contact: '周工', phone: '', work: '接续', wantedOn: '', notes: '' } as const;
  const job = value(await book.run(seller, writeWorkOrder(contract, work))).answer.workorder;
  value(await book.run(manager, signWorkOrder(job)));
  value(await book.run(seller, scheduleWork(job, { day: '2026-12-05', crew: [crewman.id] })));
  value(await book.run(crewman, finishWork(job, '')));
  const report = { items: [], findings: '', outcome: 'passed' as const, photo: '' };
  const acceptance = value(await book.run(crewman, reportAcceptance(job, report))).answer.acceptance;
  value(await book.run(crewman, signAcceptance(acceptance, { name: '周工', file: '', day: '2026-11-02' })));
}

async function invoiced(book: MemoryBook, contract: string): Promise<void> {
  const said = { invoiceKind: 'ordinary' as const, buyer: '恒通电力', taxNo: '', addressPhone: '', bankAccount: '', content: '电缆' };
  const request = value(await book.run(seller, requestInvoice({ contract, ...said, amount: 18_000_000, notes: '' }))).answer.invoice;
  value(await book.run(finance, signing(request)));
  value(await book.run(dgmFinance, signing(request)));
  value(await book.run(finance, issueInvoice(request, { number: '26332000000012345678', day: '2026-11-02', file: '' })));
}

async function commissioned(book: MemoryBook): Promise<void> {
  const sheet = value(await book.run(manager, writeCommission(seller.id))).answer.commission;
  value(await book.run(finance, signing(sheet)));
  value(await book.run(dgmFinance, signing(sheet)));
  value(await book.run(gm, signing(sheet)));
  value(await book.run(finance, payCommission(sheet, 'transfer')));
}
