/** A contract from the quotation to its closing, or as far as it has come: application, signatures, seal, performance, money (CON-01…11). */
import { addDays } from '#shared/core/calendar.ts';
import { correctApplication, fillApplication, submitApplication, type ApplicationForm } from '#shared/modules/application/rules.ts';
import { acknowledgeContract, archiveContract, handOverContract } from '#shared/modules/contract/life.ts';
import {
  checkClauses,
  countersign,
  drawUpContract,
  explainContract,
  putInForce,
  recordCustomerSignature,
  sealContract,
} from '#shared/modules/contract/rules.ts';
import { quotation } from '#shared/modules/quotation/module.ts';
import { planCollection } from '#shared/modules/recovery/overdue-rules.ts';
import { isFar, type ContractPlan, type Deal } from './contract-plan.ts';
import { performWork } from './contract-work.ts';
import { collectMoney, payFirst } from './contract-money-story.ts';
import type { Story } from './diary.ts';
import { assess, planFor, projectGoods } from './project.ts';
import { quote } from './quotation-story.ts';
import { managerFor, sendBack, signThrough } from './signing.ts';
import { another, chief, look, print, soon, type Buyer, type World } from './world.ts';

const everyClause = {
  specification: true,
  price: true,
  delivery: true,
  payment: true,
  rights: true,
  obligations: true,
  law: true,
  policy: true,
} as const;

export async function* contractStory(world: World, buyer: Buyer, plan: ContractPlan): Story {
  const { random } = world;
  const goods = projectGoods(world, plan.worth, plan.shape === 'service' ? 0.97 : 0.94 + random.next() * 0.05);
  if (goods.lines.length === 0) return;
  await assess(world, buyer, plan.until === 'applied');
  let offered = '';
  if (plan.isQuoted) {
    offered = yield* quote(world, buyer, { goods, shape: plan.shape, until: 'accepted', isRevised: random.chance(0.4) });
    if (offered === '') return;
    yield soon(world, 30, 200);
  }
  const form = await applicationForm(world, buyer, plan, offered, goods.lines);
  const application = yield* apply(world, buyer, plan, form);
  if (application === '') return;
  yield another(world, random.whole(0, 1));
  const id = yield* sign(world, buyer, plan, application);
  if (id === '') return;
  const deal: Deal = { contract: id, buyer, plan, lines: form.lines, total: form.plan.reduce((sum, { amount }) => sum + amount, 0) };
  await payFirst(world, deal);
  if (!isFar(plan, 'handedOver')) return;
  yield soon(world, 20, 120);
  await file(world, buyer, id, plan);
  if (!isFar(plan, 'noticed')) return;
  yield* performWork(world, deal);
  if (isFar(plan, 'delivered')) yield* collectMoney(world, deal);
}

async function applicationForm(
  world: World,
  buyer: Buyer,
  plan: ContractPlan,
  offered: string,
  picked: ApplicationForm['lines'],
): Promise<ApplicationForm> {
  const { book } = world;
  const agreed = offered === '' ? null : (await look(world, quotation, offered)).body;
  const lines = agreed ? agreed.lines.map(({ policyPrice: _policyPrice, ...line }) => line) : picked;
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return {
    customerName: buyer.body.name,
    customerType: 'organisation',
    contact: buyer.body.contact,
    phone: buyer.body.phone,
    address: buyer.body.address,
    quotation: offered,
    productGroup: '机电设备及配套',
    lines,
    discount: 0,
    plan: planFor(plan.shape, total, book.today),
    payment: '银行转账',
    deliverOn: addDays(book.today, 35),
    deliverTo: buyer.body.address,
    needsService: plan.shape === 'service',
    notes: '',
    intention: agreed?.need ?? '客户确认按清单供货，要求一个月内交齐',
  };
}

/** Along the chain; once in a while it comes back and goes out again. '' when it stays on its way. */
async function* apply(world: World, buyer: Buyer, plan: ContractPlan, form: ApplicationForm): AsyncGenerator<number, string, void> {
  const { book } = world;
  const input = { body: plan.isSentBack ? { ...form, deliverTo: '' } : form, party: buyer.id };
  const { application: id } = await book.must(buyer.seller, fillApplication(input));
  if (plan.until === 'filled') return '';
  const submitted = await book.run(buyer.seller, submitApplication(id));
  if (!submitted.ok) return '';
  await print(world, buyer.seller, id, 'contract-application');
  if (plan.isSentBack) {
    yield soon(world, 60, 240);
    await sendBack(world, id, buyer.seller, '交货地点没有写明，付款与信用等级请核对后重报');
    if (plan.until === 'sentBack') return '';
    yield another(world, 1);
    await book.must(buyer.seller, correctApplication(id, form));
    await book.must(buyer.seller, submitApplication(id, { comment: '已补交货地点' }));
  }
  if (plan.until === 'applied') return '';
  yield* signThrough(world, id, buyer.seller, plan.until === 'halfSigned' ? 'gm' : undefined);
  return isFar(plan, 'drawn') ? id : '';
}

/** Drawn up, explained, countersigned by sales and finance, sealed, signed by the customer, in force. '' when it is not there yet. */
async function* sign(world: World, buyer: Buyer, plan: ContractPlan, application: string): AsyncGenerator<number, string, void> {
  const { book, random, people } = world;
  const { seller } = buyer;
  const remarks = plan.shape === 'service' ? '质保金自验收之日起满一季度无质量问题后付清' : '尾款按约定日付清，遇法定节假日顺延';
  const { contract: id } = await book.must(
    seller,
    drawUpContract({ application, remarks, place: /^.+?区/.exec(world.branch.address)?.[0] ?? world.branch.name }),
  );
  await book.must(seller, checkClauses(id, everyClause));
  if (plan.until === 'drawn') return '';
  yield soon(world, 30, 200);
  await book.must(seller, explainContract(id, { name: buyer.body.contact, day: book.today, file: '' }));
  await print(world, seller, id, 'contract');
  if (plan.until === 'explained') return '';
  yield soon(world, 30, 240);
  await book.must(managerFor(world, seller), countersign(id));
  if (plan.until === 'salesSigned') return '';
  yield another(world, random.whole(0, 1));
  await book.must(random.pick(people.finance), countersign(id));
  if (plan.until === 'countersigned') return '';
  yield soon(world, 20, 120);
  const custodian = people.sellers.find(({ id: one }) => one !== seller.id) ?? seller;
  await book.must(custodian, sealContract(id, { impressions: 4, notes: '一式四份' }));
  if (plan.until === 'sealed') return '';
  yield another(world, random.whole(1, 3));
  await book.must(
    seller,
    recordCustomerSignature(id, { name: buyer.body.contact, seal: true, signature: true, file: '', day: book.today }),
  );
  await book.must(seller, putInForce(id));
  return id;
}

/** Put away, handed to the contract department and acknowledged there; what is still to come stands in the salesperson's list. */
async function file(world: World, buyer: Buyer, id: string, plan: ContractPlan): Promise<void> {
  const { book, random } = world;
  await book.must(buyer.seller, archiveContract(id, { place: `合同柜 ${random.whole(1, 6)}-${random.whole(1, 20)}`, copies: 2, file: '' }));
  await book.must(buyer.seller, handOverContract(id, { to: '合同管理', note: '正本两份、附件一份' }));
  await book.must(chief(world, 'planner'), acknowledgeContract(id));
  if (plan.until !== 'closed') await book.must(managerFor(world, buyer.seller), planCollection(id));
}
