/** A contract of 300,000 yuan and the people it passes through, for tests. */
import { aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { fillApplication, submitApplication, type ApplicationForm } from '../application/rules.ts';
import { aCustomer, aShop, finance, manager, seller, value } from '../branch.fixture.ts';
import { decideOn } from '../decisions.ts';
import { issuePolicy } from '../policy/rules.ts';
import { checkClauses, countersign, drawUpContract, explainContract, putInForce, recordCustomerSignature, sealContract } from './rules.ts';

export const gm = aPerson('总经理', 'gm');
export const dgmSales = aPerson('销售副总', 'dgmSales');
export const planner = aPerson('计划员', 'planner');
export const plant = aPerson('车间', 'production');
export const crewman = aPerson('施工员', 'technician');
/** Keeps the seal in the business section. */
export const colleague = aPerson('小周', 'salesperson');

export const allClauses = {
  specification: true,
  price: true,
  delivery: true,
  payment: true,
  rights: true,
  obligations: true,
  law: true,
  policy: true,
};

/** Ten drums of cable and a free toolbox: 300,000 yuan, 30 % first, 60 % before the work, the rest by the end of January. */
export function aForm(rest: Partial<ApplicationForm> = {}): ApplicationForm {
  return {
    customerName: '恒通电力工程有限公司',
    customerType: 'organisation',
    contact: '周工',
    phone: '13700001111',
    address: '宁波',
    quotation: '',
    productGroup: '电缆',
    lines: [
      {
        product: 'cable',
        code: 'YJV-3X95',
        name: '电力电缆',
        spec: '3×95',
        unit: '盘',
        quantity: 10_000,
        listPrice: 3_100_000,
        floor: 2_900_000,
        price: 3_000_000,
        amount: 0,
        gift: false,
      },
      {
        product: 'toolbox',
        code: 'GJX',
        name: '工具箱',
        spec: '',
        unit: '只',
        quantity: 1000,
        listPrice: 20_000,
        floor: 0,
        price: 20_000,
        amount: 0,
        gift: true,
      },
    ],
    discount: 0,
    plan: [
      { kind: 'first', due: '2026-11-20', amount: 9_000_000 },
      { kind: 'instalment', due: '2026-12-20', amount: 18_000_000 },
      { kind: 'balance', due: '2027-01-31', amount: 3_000_000 },
    ],
    payment: '银行转账',
    deliverOn: '2026-12-10',
    deliverTo: '宁波北仑工地',
    needsService: true,
    notes: '',
    intention: '年前通电',
    ...rest,
  };
}

/** A branch with a policy in force, stock in thousandths by product, and a complete customer file. */
export async function aCompany(stock: Record<string, number> = { toolbox: 5000 }): Promise<{ book: MemoryBook; party: string }> {
  const book = await aShop(stock);
  value(await book.run(manager, issuePolicy({}, '年度政策')));
  const party = await aCustomer(book, {
    type: 'organisation',
    name: '恒通电力工程有限公司',
    contact: '周工',
    phone: '13700001111',
    industry: '电力',
    creditLimit: 0,
  });
  return { book, party };
}

export async function anApproved(book: MemoryBook, party: string, form = aForm()): Promise<string> {
  const id = value(await book.run(seller, fillApplication({ body: form, party }))).answer.application;
  value(await book.run(seller, submitApplication(id)));
  value(await book.run(manager, decideOn(id, { verb: 'sign', comment: '' })));
  value(await book.run(gm, decideOn(id, { verb: 'sign', comment: '' })));
  return id;
}

export const organisationSigned = { name: '周工', seal: true, signature: true, file: '', day: '2026-11-02' };

export async function aCountersigned(book: MemoryBook, party: string, form = aForm()): Promise<string> {
  const application = await anApproved(book, party, form);
  const id = value(await book.run(seller, drawUpContract({ application, remarks: '', place: '杭州' }))).answer.contract;
  value(await book.run(seller, checkClauses(id, allClauses)));
  value(await book.run(seller, explainContract(id, { name: '周工', day: '2026-11-02', file: '' })));
  value(await book.run(manager, countersign(id)));
  value(await book.run(finance, countersign(id)));
  return id;
}

export async function anEffective(book: MemoryBook, party: string, form = aForm()): Promise<string> {
  const id = await aCountersigned(book, party, form);
  value(await book.run(colleague, sealContract(id, { impressions: 4 })));
  value(await book.run(seller, recordCustomerSignature(id, organisationSigned)));
  value(await book.run(seller, putInForce(id)));
  return id;
}
