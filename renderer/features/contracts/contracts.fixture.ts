/** A shop with a policy in force, the people a contract passes through and a customer, for tests of its screens. */
import { aShop, type Shop } from '#renderer/desk/shop.fixture.ts';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Module } from '#shared/documents/module.ts';
import { fillApplication, submitApplication, type ApplicationForm } from '#shared/modules/application/rules.ts';
import { aCustomerBody } from '#shared/modules/branch.fixture.ts';
import { aForm, allClauses } from '#shared/modules/contract/contract.fixture.ts';
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
import { startProduction, writeNotice } from '#shared/modules/notice/rules.ts';
import { issuePolicy } from '#shared/modules/policy/rules.ts';
import { product } from '#shared/modules/product/module.ts';
import { actorOf, staff } from '#shared/modules/staff/module.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';

export interface Office extends Shop {
  /** Keeps the seal. */
  colleague: Actor;
  gm: Actor;
  dgmSales: Actor;
  planner: Actor;
  plant: Actor;
  crewman: Actor;
  inspector: Actor;
  party: string;
  cable: string;
}

/** `policy: false`: nothing is in force, so nothing can be submitted (G-01). */
export async function anOffice({ policy = true } = {}): Promise<Office> {
  const shop = await aShop();
  const make = async <Body>(module: Module<Body>, body: Body) =>
    (
      await shop.does(shop.manager, async (_read, moment) => {
        const made = commitNew(module, body, { ...moment, actor: { ...moment.actor, roles: ['manager', 'warehouse', 'finance'] } });
        return made.ok ? ok({ records: [untyped(made.value)], answer: made.value.id }) : made;
      })
    ).answer;
  const person = async (name: string, ...posts: Role[]) => {
    const body = { name, code: name, roles: posts, phone: '', pinHash: 'hash' };
    return actorOf(await make(staff, body), body);
  };
  if (policy) await shop.does(shop.manager, issuePolicy({}, '年度政策'));
  const party = await make(
    customer,
    aCustomerBody({
      type: 'organisation',
      name: '恒通电力工程有限公司',
      contact: '周工',
      phone: '13700001111',
      industry: '电力',
      creditLimit: 0,
    }),
  );
  const cable = await make(product, {
    code: 'YJV-3X95',
    name: '电力电缆',
    spec: '3×95',
    unit: '盘',
    barcode: '',
    group: 'general',
    price: 3_000_000,
    floor: 2_900_000,
    substitutes: [],
    lowStock: 0,
    notes: '',
  });
  return {
    ...shop,
    party,
    cable,
    colleague: await person('小周', 'salesperson'),
    gm: await person('总经理', 'gm'),
    dgmSales: await person('销售副总', 'dgmSales'),
    planner: await person('计划员', 'planner'),
    plant: await person('车间主任', 'production'),
    crewman: await person('施工员', 'technician'),
    inspector: await person('质检员', 'quality'),
  };
}

/** Ten drums at the policy's price: 300,000 yuan in three parts, with on-site work. */
export function theForm({ cable }: Office, rest: Partial<ApplicationForm> = {}): ApplicationForm {
  const [line, ...others] = aForm().lines;
  if (!line) throw new Error('the form has no line');
  return aForm({
    lines: [{ ...line, product: cable, listPrice: 3_000_000 }, ...others.map((one) => ({ ...one, product: '' }))],
    plan: [
      { kind: 'first', due: '2026-11-30', amount: 9_000_000 },
      { kind: 'instalment', due: '2026-12-20', amount: 18_000_000 },
      { kind: 'balance', due: '2027-01-31', amount: 3_000_000 },
    ],
    ...rest,
  });
}

export async function aFilled(office: Office, rest: Partial<ApplicationForm> = {}): Promise<string> {
  return (await office.does(office.seller, fillApplication({ body: theForm(office, rest), party: office.party }))).answer.application;
}

export async function anApproved(office: Office): Promise<string> {
  const id = await aFilled(office);
  await office.does(office.seller, submitApplication(id));
  await office.does(office.manager, decideOn(id, { verb: 'sign', comment: '' }));
  await office.does(office.gm, decideOn(id, { verb: 'sign', comment: '同意' }));
  return id;
}

export async function aDrawnUp(office: Office): Promise<string> {
  const application = await anApproved(office);
  return (await office.does(office.seller, drawUpContract({ application, remarks: '', place: '杭州' }))).answer.contract;
}

export async function aCountersigned(office: Office): Promise<string> {
  const id = await aDrawnUp(office);
  await office.does(office.seller, checkClauses(id, allClauses));
  await office.does(office.seller, explainContract(id, { name: '周工', day: '2026-11-24', file: '' }));
  await office.does(office.manager, countersign(id));
  await office.does(office.finance, countersign(id));
  return id;
}

export async function anEffective(office: Office): Promise<string> {
  const id = await aCountersigned(office);
  await office.does(office.colleague, sealContract(id, { impressions: 4 }));
  await office.does(office.seller, recordCustomerSignature(id, { name: '周工', seal: true, signature: true, file: '', day: '2026-11-24' }));
  await office.does(office.seller, putInForce(id));
  return id;
}

/** Ten drums asked of the plant, issued by the deputy for sales and begun. */
export async function aProducing(office: Office, contract: string): Promise<string> {
  const wanted = { lines: [{ line: 0, quantity: 10_000 }], due: '2026-12-10', plant: '一分厂', notes: '' };
  const { answer } = await office.does(office.planner, writeNotice(contract, wanted));
  await office.does(office.dgmSales, decideOn(answer.notice, { verb: 'sign', comment: '' }));
  await office.does(office.plant, startProduction(answer.notice));
  return answer.notice;
}
