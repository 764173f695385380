import { describe, expect, it } from 'vitest';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { reportAcceptance, signAcceptance } from '../acceptance/rules.ts';
import { correctApplication, fillApplication, submitApplication } from '../application/rules.ts';
import { cashier, finance, guard, keeper, manager, refusal, seller, value } from '../branch.fixture.ts';
import { decideOn } from '../decisions.ts';
import { bookDelivery, issueStock, markPicked, recordSignedCopy, releaseDispatch, writeDispatch } from '../dispatch/rules.ts';
import { issueGatepass, passGate } from '../gatepass/rules.ts';
import { correctNotice, receiveProduction, startProduction, writeNotice } from '../notice/rules.ts';
import { linesToProduce } from '../notice/progress.ts';
import { reviewOrder } from '../order/steps.ts';
import { takeContractMoney } from '../receipt/for-contract.ts';
import { finishWork, scheduleWork, signWorkOrder, writeWorkOrder } from '../workorder/rules.ts';
import { chainOf } from './chain.ts';
import type { ChainStep, ChainStepId } from './chain-shape.ts';
import { aCompany, aForm, allClauses, colleague, crewman, dgmSales, gm, organisationSigned, planner, plant } from './contract.fixture.ts';
import { orderFromContract } from './delivery.ts';
import { readContract } from './facts.ts';
import { archiveContract, closeContract } from './life.ts';
import { finishPerformance } from './performance.ts';
import { checkClauses, countersign, drawUpContract, explainContract, putInForce, recordCustomerSignature, sealContract } from './rules.ts';

const sign = { verb: 'sign', comment: '' } as const;

async function chain(book: MemoryBook, id: string): Promise<ChainStep[]> {
  const record = (await readContract(book, id)) ?? expect.fail('no contract');
  const { today, policy } = book.moment(seller);
  return chainOf(record, book, { today, offsetMinutes: 480, policy });
}

async function step(book: MemoryBook, id: string, name: ChainStepId): Promise<ChainStep> {
  return (await chain(book, id)).find(({ step: one }) => one === name) ?? expect.fail(`no step ${name}`);
}

async function states(book: MemoryBook, id: string): Promise<Record<string, string>> {
  return Object.fromEntries((await chain(book, id)).map(({ step: name, state }) => [name, state]));
}

async function pay(book: MemoryBook, id: string, amount: number): Promise<void> {
  value(await book.run(cashier, takeContractMoney({ contract: id, type: 'payment', method: 'transfer', amount, tendered: 0, reason: '' })));
}

describe('a contract of 300,000 yuan from the policy to its closing', () => {
  it('passes seven people and more, is sent back twice, and shows at every point what is done, due, blocked and why [MFG-01 CON-01 CON-02 CON-04 CON-07 MFG-02 MFG-03 MFG-04 AFS-05 AFS-06 ORD-06]', async () => {
    const { book, party } = await aCompany();
    // Application: sent back by the manager, then by the general manager.
    const form = value(await book.run(seller, fillApplication({ body: aForm(), party }))).answer.application;
    value(await book.run(seller, submitApplication(form)));
    expect(refusal(await book.run(seller, decideOn(form, sign))).code).toBe('MustBeAnother');
    value(await book.run(manager, decideOn(form, { verb: 'sendBack', comment: '写明交货地点' })));
    value(await book.run(seller, correctApplication(form, aForm({ deliverTo: '宁波北仑二期工地' }))));
    value(await book.run(seller, submitApplication(form)));
    value(await book.run(manager, decideOn(form, sign)));
    value(await book.run(gm, decideOn(form, { verb: 'sendBack', comment: '注明首期三成' })));
    value(await book.run(seller, correctApplication(form, aForm({ deliverTo: '宁波北仑二期工地', payment: '首期三成，银行转账' }))));
    value(await book.run(seller, submitApplication(form)));
    value(await book.run(manager, decideOn(form, sign)));
    value(await book.run(gm, decideOn(form, sign)));

    // Contract: explained, countersigned, sealed, signed.
    const id = value(await book.run(seller, drawUpContract({ application: form, remarks: '尾款 2027 年 1 月 31 日前付清', place: '杭州' })))
      .answer.contract;
    expect(await states(book, id)).toMatchObject({
      policy: 'done',
      application: 'done',
      contract: 'done',
      countersign: 'blocked',
      seal: 'later',
    });
    expect((await step(book, id, 'countersign')).why).toMatchObject([
      { gate: 'G-13', values: { missing: 'law,policy,rights,obligations' } },
    ]);
    value(await book.run(seller, checkClauses(id, allClauses)));
    value(await book.run(seller, explainContract(id, { name: '周工', day: '2026-11-02', file: '' })));
    expect(await step(book, id, 'countersign')).toMatchObject({ state: 'due', waiting: ['manager'] });
    value(await book.run(manager, countersign(id)));
    expect(await step(book, id, 'countersign')).toMatchObject({ state: 'due', waiting: ['finance', 'dgmFinance'] });
    value(await book.run(finance, countersign(id)));
    expect(await step(book, id, 'countersign')).toMatchObject({ state: 'done', by: finance.id, at: '2026-11-02' });
    // Nothing is made, sent or worked on before it binds.
    const wanted = { lines: [{ line: 0, quantity: 10_000 }], due: '2026-11-28', plant: '一分厂', notes: '' };
    expect(refusal(await book.run(planner, writeNotice(id, wanted)))).toMatchObject({ gate: 'G-17' });
    value(await book.run(colleague, sealContract(id, { impressions: 4 })));
    expect(await step(book, id, 'inForce')).toMatchObject({ state: 'blocked', why: [{ gate: 'G-16' }] });
    value(await book.run(seller, recordCustomerSignature(id, organisationSigned)));
    value(await book.run(seller, putInForce(id)));
    expect(await states(book, id)).toMatchObject({
      seal: 'done',
      inForce: 'done',
      archive: 'due',
      handover: 'due',
      notice: 'due',
      production: 'later',
      stock: 'later',
      dispatch: 'due',
      service: 'blocked',
      acceptance: 'later',
      recovery: 'due',
      invoice: 'blocked',
      balance: 'later',
      commission: 'blocked',
    });
    expect((await step(book, id, 'invoice')).why.map(({ gate }) => gate)).toEqual(['G-39', 'G-42']);
    expect((await step(book, id, 'service')).why).toMatchObject([
      { gate: 'G-40', values: { due: 9_000_000, received: 0, missing: 9_000_000 } },
    ]);

    // Production: planned, issued by the deputy general manager, made, received with slip and certificate.
    const record = (await readContract(book, id)) ?? expect.fail();
    expect(await linesToProduce(book, record, 'shop')).toMatchObject([{ line: 0, product: 'cable', quantity: 10_000 }]);
    const paper = value(await book.run(planner, writeNotice(id, wanted))).answer.notice;
    expect((await book.get(id))?.status).toBe('performing');
    // The reminder of the archive and of the hand-over is stamped, and holds nobody up.
    expect((await book.get(id))?.events.at(-1)?.stamp?.map(({ gate, result }) => [gate, result])).toEqual([
      ['G-18', 'passed'],
      ['G-106', 'warned'],
    ]);
    expect(await linesToProduce(book, record, 'shop')).toEqual([]);
    expect(refusal(await book.run(plant, startProduction(paper))).code).toBe('StatusPassed');
    expect(refusal(await book.run(manager, decideOn(paper, sign)))).toMatchObject({ code: 'PostMayNot', values: { posts: 'dgmSales' } });
    expect(await step(book, id, 'notice')).toMatchObject({ state: 'due', waiting: ['dgmSales'] });
    value(await book.run(dgmSales, decideOn(paper, { verb: 'sendBack', comment: '月底前交库' })));
    expect(refusal(await book.run(planner, correctNotice(paper, { ...wanted, lines: [{ line: 0, quantity: 10_001 }] }))).code).toBe(
      'MoreThanAgreed',
    );
    value(await book.run(planner, correctNotice(paper, { ...wanted, due: '2026-11-26' })));
    value(await book.run(dgmSales, decideOn(paper, sign)));
    value(await book.run(plant, startProduction(paper)));
    const into = { location: 'shop', slipNo: 'CK-1', certificateNo: 'HGZ-1', certificate: '', notes: '' };
    const lot = (quantity: number) => ({ ...into, lines: [{ line: 0, quantity }] });
    expect(refusal(await book.run(plant, receiveProduction(paper, { ...lot(4000), certificateNo: '' })))).toMatchObject({ gate: 'G-28' });
    value(await book.run(plant, receiveProduction(paper, lot(4000))));
    expect(await step(book, id, 'stock')).toMatchObject({ state: 'due', progress: { done: 4000, all: 10_000, measure: 'quantity' } });
    expect(refusal(await book.run(plant, receiveProduction(paper, lot(6001))))).toMatchObject({
      code: 'MoreThanAgreed',
      values: { open: 6000 },
    });
    value(await book.run(keeper, receiveProduction(paper, { ...lot(6000), slipNo: 'CK-2', certificateNo: 'HGZ-2' })));
    expect(await states(book, id)).toMatchObject({ notice: 'done', production: 'done', stock: 'done', dispatch: 'due' });
    expect(await book.balance('stock/shop/cable')).toBe(10_000);

    // Goods out, by an order made from the contract.
    const delivery = { contract: id, location: 'shop', deliverOn: '2026-12-01', address: '', notes: '' };
    const everything = [
      { line: 0, quantity: 10_000 },
      { line: 1, quantity: 1000 },
    ];
    const tooMuch = orderFromContract({ ...delivery, lines: [{ line: 0, quantity: 10_001 }] });
    expect(refusal(await book.run(seller, tooMuch))).toMatchObject({ code: 'MoreThanAgreed', values: { line: 1, open: 10_000 } });
    const sale = value(await book.run(seller, orderFromContract({ ...delivery, lines: everything }))).answer.order;
    expect(await book.get(sale)).toMatchObject({ source: id, amount: 30_000_000, body: { contract: id, contractNo: record.no } });
    value(await book.run(manager, reviewOrder(sale, { legality: true, accuracy: true, completeness: true })));
    const goods = everything.map(({ line, quantity }) => ({ line, quantity }));
    const note = value(
      await book.run(
        seller,
        writeDispatch({
          order: sale,
          lines: goods,
          delivery: {
            type: 'delivery',
            consignee: '恒通电力',
            phone: '13700001111',
            address: '北仑',
            carrier: '自送',
            vehicle: '浙A12345',
            driver: '老李',
            expected: '2026-12-01',
            notes: '',
          },
        }),
      ),
    ).answer.dispatch;
    expect(await step(book, id, 'dispatch')).toMatchObject({ state: 'due', waiting: ['manager'] });
    value(await book.run(manager, releaseDispatch(note)));
    value(await book.run(keeper, markPicked(note, goods)));
    value(await book.run(keeper, issueStock(note, goods)));
    // The contract owes the money, the order none.
    expect(await book.balance(`receivable/${party}/${id}`)).toBe(30_000_000);
    expect(await book.balance(`receivable/${party}/${sale}`)).toBe(0);
    const pass = value(await book.run(keeper, issueGatepass(note, { vehicle: '浙A12345', driver: '老李', packages: 11, goods: '' }))).answer
      .gatepass;
    value(await book.run(guard, passGate(pass, { time: '09:30', vehicle: '浙A12345' })));
    expect(await step(book, id, 'dispatch')).toMatchObject({ state: 'due', progress: { done: 11_000, all: 11_000 } });
    value(await book.run(seller, recordSignedCopy(note, { name: '周工', day: '2026-11-02', file: '' })));
    value(await book.run(finance, bookDelivery(note)));
    expect(await step(book, id, 'dispatch')).toMatchObject({ state: 'done', by: finance.id });

    // On-site work: only after the first instalment, signed by somebody else than its writer.
    const work = {
      job: 'splicing',
      site: '',
      contact: '周工',
      phone: '',
      work: '中间接头 12 只',
      wantedOn: '2026-12-05',
      notes: '',
    } as const;
    const job = value(await book.run(seller, writeWorkOrder(id, work))).answer.workorder;
    expect((await book.get(job))?.body).toMatchObject({ site: '宁波北仑二期工地' });
    const plan = { day: '2026-12-05', crew: [crewman.id] };
    expect(refusal(await book.run(seller, scheduleWork(job, plan))).code).toBe('StatusPassed');
    const sellerToo = { ...seller, roles: ['salesperson', 'manager'] as const };
    expect(refusal(await book.run(sellerToo, signWorkOrder(job))).code).toBe('MustBeAnother');
    value(await book.run(manager, signWorkOrder(job)));
    await pay(book, id, 8_999_999);
    expect(refusal(await book.run(seller, scheduleWork(job, plan)))).toMatchObject({ gate: 'G-40', values: { missing: 1 } });
    await pay(book, id, 1);
    expect(refusal(await book.run(seller, scheduleWork(job, { ...plan, crew: [] }))).code).toBe('CrewMissing');
    value(await book.run(seller, scheduleWork(job, plan)));
    expect((await book.get(job))?.events.at(-1)?.stamp?.map(({ gate, result }) => [gate, result])).toEqual([
      ['G-40', 'passed'],
      ['G-41', 'passed'],
    ]);
    expect(await step(book, id, 'service')).toMatchObject({ state: 'due', waiting: ['technician'], due: '2026-12-05' });

    // The customer refuses the work once.
    const found = { items: [{ item: '绝缘电阻', standard: '≥ 100 MΩ', found: '80 MΩ', passed: false }], photo: '' };
    expect(refusal(await book.run(crewman, reportAcceptance(job, { ...found, findings: '', outcome: 'passed' }))).code).toBe('WorkNotDone');
    value(await book.run(crewman, finishWork(job, '')));
    expect(refusal(await book.run(crewman, reportAcceptance(job, { ...found, findings: '', outcome: 'failed' }))).code).toBe(
      'FindingsMissing',
    );
    const bad = value(await book.run(crewman, reportAcceptance(job, { ...found, findings: '3 号接头返工', outcome: 'failed' }))).answer
      .acceptance;
    value(await book.run(crewman, signAcceptance(bad, { name: '周工', file: '', day: '2026-11-02' })));
    expect((await book.get(job))?.status).toBe('signed');
    expect(await states(book, id)).toMatchObject({ service: 'due', acceptance: 'later', invoice: 'blocked' });
    expect(refusal(await book.run(seller, finishPerformance(id))).code).toBe('AcceptanceMissing');
    value(await book.run(seller, scheduleWork(job, plan)));
    value(await book.run(crewman, finishWork(job, '')));
    const good = value(await book.run(crewman, reportAcceptance(job, { ...found, findings: '', outcome: 'passed' }))).answer.acceptance;
    value(await book.run(crewman, signAcceptance(good, { name: '周工', file: '', day: '2026-11-02' })));
    expect(await states(book, id)).toMatchObject({ service: 'done', acceptance: 'done', invoice: 'blocked', recovery: 'due' });

    // Money: the invoice opens with 60 %, the balance closes the contract.
    value(await book.run(seller, finishPerformance(id)));
    await pay(book, id, 18_000_000 - 9_000_000 - 1);
    expect(await step(book, id, 'invoice')).toMatchObject({ state: 'blocked', why: [{ gate: 'G-39', values: { share: '59.99' } }] });
    await pay(book, id, 1);
    expect(await step(book, id, 'invoice')).toMatchObject({ state: 'due', waiting: ['salesperson'] });
    await pay(book, id, 9_000_000);
    expect(await states(book, id)).toMatchObject({ recovery: 'done', balance: 'due' });
    expect(refusal(await book.run(finance, closeContract(id)))).toEqual({ code: 'ContractUnpaid', values: { open: 3_000_000 } });
    await pay(book, id, 3_000_000);
    expect(await step(book, id, 'balance')).toMatchObject({ state: 'due', waiting: ['finance', 'dgmFinance', 'manager'] });
    value(await book.run(finance, closeContract(id)));
    expect(await step(book, id, 'balance')).toMatchObject({
      state: 'done',
      by: finance.id,
      progress: { done: 30_000_000, all: 30_000_000 },
    });
    expect(await book.balance(`receivable/${party}/${id}`)).toBe(0);
    value(await book.run(seller, archiveContract(id, { place: '档案柜 3-2', copies: 2, file: '' })));
    expect((await states(book, id)).archive).toBe('done');

    const people = new Set(book.records().flatMap(({ events }) => events.map(({ by }) => by)));
    expect(people.size).toBeGreaterThanOrEqual(7);
    expect(book.kept()).toEqual(book.rebuilt());
  });
});
