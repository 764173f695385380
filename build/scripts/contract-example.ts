/** A contract with on-site work from its application to its acceptance: the demonstration's counter has none. */
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { acceptance } from '#shared/modules/acceptance/module.ts';
import { reportAcceptance, signAcceptance } from '#shared/modules/acceptance/rules.ts';
import { application } from '#shared/modules/application/module.ts';
import { fillApplication, submitApplication } from '#shared/modules/application/rules.ts';
import { settleTerms } from '#shared/modules/contract/settle-terms.ts';
import { contract } from '#shared/modules/contract/module.ts';
import {
  checkClauses,
  countersign,
  drawUpContract,
  explainContract,
  putInForce,
  recordCustomerSignature,
  sealContract,
} from '#shared/modules/contract/rules.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { decideOn } from '#shared/modules/decisions.ts';
import { notice } from '#shared/modules/notice/module.ts';
import { writeNotice } from '#shared/modules/notice/rules.ts';
import { product } from '#shared/modules/product/module.ts';
import { takeContractMoney } from '#shared/modules/receipt/for-contract.ts';
import { staff } from '#shared/modules/staff/module.ts';
import { workorder } from '#shared/modules/workorder/module.ts';
import { finishWork, scheduleWork, signWorkOrder, writeWorkOrder } from '#shared/modules/workorder/rules.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';

/** The newest paper of each kind of the chain, by kind. */
export async function aContractChain(book: MemoryBook): Promise<Map<string, AnyRecord>> {
  const of = (kind: string) => book.records().filter((record) => record.kind === kind);
  const holder = (role: Role, index = 0): Actor => {
    const people = of(staff.kind).filter(({ body }) => (body.roles as Role[]).includes(role));
    const person = people[index] ?? people[0];
    return { id: person?.id ?? role, name: person?.title ?? role, roles: [role] };
  };
  const seller = holder('salesperson');
  const colleague = holder('salesperson', 1);
  const must = async <T>(actor: Actor, decide: Parameters<typeof book.run<T>>[1]): Promise<T> => {
    const done = await book.run(actor, decide);
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value.answer;
  };
  const sign = async (id: string, ...posts: Role[]) => {
    for (const post of posts) await must(holder(post), decideOn(id, { verb: 'sign', comment: '同意' }));
  };

  const buyer = of(customer.kind).find(({ body }) => body.type === 'organisation' && body.contact !== '' && body.industry !== '');
  if (!buyer) throw new Error('the demonstration has no organisation with a complete file');
  const { name, contact, phone, address } = customer.read(buyer).body;
  const lines = of(product.kind)
    .slice(0, 14)
    .map((record, index) => {
      const { code, name: goods, spec, unit, price, floor } = product.read(record).body;
      const listed = { product: record.id, code, name: goods, spec, unit, listPrice: price, floor, amount: 0 };
      return { ...listed, quantity: 10_000 * (index + 1), price: Math.max(floor, price - Math.round(price / 50)), gift: index === 13 };
    });
  const terms = {
    customerName: name,
    customerType: 'organisation' as const,
    contact,
    phone,
    address,
    quotation: '',
    productGroup: '配套器材',
    lines,
    discount: 20_000,
    plan: [],
    payment: '银行转账',
    deliverOn: '2026-12-18',
    deliverTo: address,
    needsService: true,
    notes: '',
    intention: '年前完成改造并通电，分两批交货',
  };
  const settled = settleTerms({ ...terms, policy: '', policyVersion: 0 });
  if (!settled.ok) throw new Error(settled.refusal.code);
  const { total } = settled.value;
  const first = Math.round((total * 3) / 10);
  const plan = [
    { kind: 'first' as const, due: '2026-11-30', amount: first },
    { kind: 'instalment' as const, due: '2026-12-20', amount: first },
    { kind: 'balance' as const, due: '2027-01-31', amount: total - 2 * first },
  ];
  const form = (await must(seller, fillApplication({ body: { ...terms, plan }, party: buyer.id }))).application;
  await must(seller, submitApplication(form));
  await sign(form, 'manager', 'gm');

  const remarks = '尾款于二〇二七年一月三十一日前付清，遇春节假期不顺延';
  const { contract: id } = await must(seller, drawUpContract({ application: form, remarks, place: '杭州市西湖区' }));
  const gone = {
    specification: true,
    price: true,
    delivery: true,
    payment: true,
    rights: true,
    obligations: true,
    law: true,
    policy: true,
  };
  const { today } = book.moment(seller);
  await must(seller, checkClauses(id, gone));
  await must(seller, explainContract(id, { name: contact, day: today, file: '' }));
  await must(holder('manager'), countersign(id));
  await must(holder('finance'), countersign(id));
  await must(colleague, sealContract(id, { impressions: 4 }));
  await must(seller, recordCustomerSignature(id, { name: contact, seal: true, signature: true, file: '', day: today }));
  await must(seller, putInForce(id));

  const counted = lines.map(({ quantity }, line) => ({ line, quantity })).slice(0, 10);
  const planner = holder('planner');
  const paper = (
    await must(planner, writeNotice(id, { lines: counted, due: '2026-12-12', plant: '一分厂', notes: '第一批 12 月 5 日前交库' }))
  ).notice;
  await sign(paper, 'dgmSales');

  await must(
    holder('finance'),
    takeContractMoney({ contract: id, type: 'payment', method: 'transfer', amount: first, tendered: 0, reason: '首期款' }),
  );
  const job = (
    await must(
      seller,
      writeWorkOrder(id, {
        job: 'splicing',
        site: '',
        contact,
        phone,
        work: '一号配电室中间接头 12 只、终端头 6 只，做耐压试验',
        wantedOn: '2026-12-20',
        notes: '进场须戴安全帽',
      }),
    )
  ).workorder;
  await must(holder('manager'), signWorkOrder(job));
  const crew = [holder('warehouse').id, holder('guard').id];
  await must(seller, scheduleWork(job, { day: '2026-12-20', crew }));
  const crewman: Actor = { ...holder('warehouse'), roles: ['technician'] };
  await must(crewman, finishWork(job, ''));
  const items = [
    { item: '接头外观与密封', standard: '无气泡、无裂纹', found: '良好', passed: true },
    { item: '绝缘电阻', standard: '≥ 1000 MΩ', found: '2300 MΩ', passed: true },
    { item: '交流耐压 30 kV 5 min', standard: '无击穿、无闪络', found: '通过', passed: true },
    { item: '标识牌', standard: '齐全', found: '缺 2 块，三日内补挂', passed: false },
  ];
  const report = (
    await must(crewman, reportAcceptance(job, { items, findings: '同意验收，标识牌三日内补齐', outcome: 'conditional', photo: '' }))
  ).acceptance;
  await must(crewman, signAcceptance(report, { name: contact, file: '', day: today }));

  const found = await book.getMany([form, id, paper, job, report]);
  const kinds = [application.kind, contract.kind, notice.kind, workorder.kind, acceptance.kind];
  return new Map(
    kinds.flatMap((kind) => [...found.values()].filter((record) => record.kind === kind).map((record) => [kind, record] as const)),
  );
}
