/** A contract of 300,000 yuan in force and the people its money passes through, for tests of these screens. */
import { aShop, type Shop } from '#renderer/desk/shop.fixture.ts';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Module } from '#shared/documents/module.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { fillApplication, submitApplication } from '#shared/modules/application/rules.ts';
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
import { issuePolicy } from '#shared/modules/policy/rules.ts';
import { takeContractMoney } from '#shared/modules/receipt/for-contract.ts';
import { actorOf, staff } from '#shared/modules/staff/module.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import { holdsAny, type Actor, type Role } from '#shared/policy/roles.ts';

const DAY = 86_400_000;

export interface Deal extends Shop {
  gm: Actor;
  dgmFinance: Actor;
  /** A second person of finance: fixes and checks what the first one made. */
  accountant: Actor;
  party: string;
  contract: string;
  contractNo: string;
  pay(amount: number, method?: 'cash' | 'transfer'): Decide<unknown>;
  /** Moves the clock. */
  pass(days: number): void;
}

/** 300,000 yuan without on-site work: 90,000 due on 30 November, 180,000 on 20 December, 30,000 at the end of January. */
export async function aDeal(): Promise<Deal> {
  const shop = await aShop();
  const { seller, manager, finance, does } = shop;
  const make = async <Body>(module: Module<Body>, body: Body) =>
    (
      await does(manager, async (_read, moment) => {
        const made = commitNew(module, body, moment);
        return made.ok ? ok({ records: [untyped(made.value)], answer: made.value.id }) : made;
      })
    ).answer;
  const person = async (name: string, ...posts: Role[]) => {
    const body = { name, code: name, roles: posts, phone: '', pinHash: 'hash' };
    return actorOf(await make(staff, body), body);
  };
  await does(manager, issuePolicy({ 'commission.rate': 100, 'overdue.interest_rate': 5 }, '年度政策'));
  const gm = await person('总经理', 'gm');
  const dgmFinance = await person('财务副总', 'dgmFinance');
  const colleague = await person('小周', 'salesperson');
  const party = await make(
    customer,
    aCustomerBody({ type: 'organisation', name: '恒通电力', contact: '周工', phone: '13700001111', industry: '电力', creditLimit: 0 }),
  );
  const body = aForm({
    needsService: false,
    lines: aForm().lines.map((line) => ({ ...line, product: line.gift ? '' : shop.kettle })),
    plan: [
      { kind: 'first', due: '2026-11-30', amount: 9_000_000 },
      { kind: 'instalment', due: '2026-12-20', amount: 18_000_000 },
      { kind: 'balance', due: '2027-01-31', amount: 3_000_000 },
    ],
  });
  const { application } = (await does(seller, fillApplication({ body, party }))).answer;
  await does(seller, submitApplication(application));
  // The deputy general manager for finance signs between them when the plan lends more than the customer may owe.
  for (const signer of [manager, dgmFinance, gm]) {
    const waiting = approvalOf((await shop.book.get(application)) ?? { events: [] })?.waiting ?? [];
    if (holdsAny(signer, waiting)) await does(signer, decideOn(application, { verb: 'sign', comment: '' }));
  }
  const { contract } = (await does(seller, drawUpContract({ application, remarks: '', place: '杭州' }))).answer;
  await does(seller, checkClauses(contract, allClauses));
  await does(seller, explainContract(contract, { name: '周工', day: '2026-11-24', file: '' }));
  await does(manager, countersign(contract));
  await does(finance, countersign(contract));
  await does(colleague, sealContract(contract, { impressions: 4 }));
  await does(seller, recordCustomerSignature(contract, { name: '周工', seal: true, signature: true, file: '', day: '2026-11-24' }));
  await does(seller, putInForce(contract));
  return {
    ...shop,
    gm,
    dgmFinance,
    accountant: await person('小会计', 'finance'),
    party,
    contract,
    contractNo: (await shop.book.get(contract))?.no ?? '',
    pay: (amount, method = 'transfer') =>
      takeContractMoney({ contract, type: 'payment', method, amount, tendered: method === 'cash' ? amount : 0, reason: '' }),
    pass: (days) => {
      shop.clock.now += days * DAY;
    },
  };
}
