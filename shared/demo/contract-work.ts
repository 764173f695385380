/** What a contract promises, done: produced, stocked, ordered, sent, and worked on at the site (MFG-02…04, ORD-06, AFS-05, AFS-06). */
import { addDays } from '#shared/core/calendar.ts';
import { reportAcceptance, signAcceptance } from '#shared/modules/acceptance/rules.ts';
import { orderFromContract } from '#shared/modules/contract/delivery.ts';
import { finishPerformance } from '#shared/modules/contract/performance.ts';
import { bookDelivery, issueStock, markPicked, recordSignedCopy, releaseDispatch, writeDispatch } from '#shared/modules/dispatch/rules.ts';
import { issueGatepass, passGate } from '#shared/modules/gatepass/rules.ts';
import { certifyLot } from '#shared/modules/notice/certificate.ts';
import { receiveProduction, startProduction, writeNotice } from '#shared/modules/notice/rules.ts';
import { reviewOrder } from '#shared/modules/order/steps.ts';
import { finishWork, scheduleWork, signWorkOrder, writeWorkOrder } from '#shared/modules/workorder/rules.ts';
import { drivers } from './company.ts';
import { isFar, type Deal } from './contract-plan.ts';
import type { Story } from './diary.ts';
import { freeOf } from './goods.ts';
import { plate } from './names.ts';
import { managerFor, signThrough } from './signing.ts';
import { another, chief, clock, print, soon, type World } from './world.ts';

/** Later in a month the delivery waits for the next one: what leaves in a month is booked in it, so that both ledgers agree at its end. */
const LAST_DELIVERY = 20;

export async function* performWork(world: World, deal: Deal): Story {
  const { book, random } = world;
  const { plan } = deal;
  yield another(world, 1);
  const counted = deal.lines.map(({ quantity }, line) => ({ line, quantity }));
  yield* produce(world, deal, counted);
  if (!isFar(plan, 'ordered')) return;
  if (isFar(plan, 'delivered') && Number(book.today.slice(8)) > LAST_DELIVERY) yield another(world, 31 - Number(book.today.slice(8)) + 2);
  const delivery = { contract: deal.contract, lines: counted, location: world.places.store, address: '', notes: '送货前电话联系' };
  const { order: id } = await book.must(deal.buyer.seller, orderFromContract({ ...delivery, deliverOn: addDays(book.today, 2) }));
  if (plan.until === 'ordered') return;
  yield soon(world, 20, 90);
  await book.must(managerFor(world, deal.buyer.seller), reviewOrder(id, { legality: true, accuracy: true, completeness: true }));
  // What was made for the contract may have been sold over the counter before it was promised: the store fills up again first.
  while (deal.lines.some(({ product }) => freeOf(world, world.places.store, product) < 0)) yield another(world, 1);
  yield* ship(world, deal, id, counted);
  if (!isFar(plan, 'delivered')) return;
  if (plan.shape === 'service' && !(yield* work(world, deal))) return;
  if (!isFar(plan, 'accepted')) return;
  yield soon(world, 30, 120);
  await book.must(random.pick([deal.buyer.seller, managerFor(world, deal.buyer.seller)]), finishPerformance(deal.contract));
}

type Counted = { line: number; quantity: number }[];

/** The plant makes it to order, in one lot or two. */
async function* produce(world: World, { contract, buyer, plan }: Deal, counted: Counted): Story {
  const { book, random, places } = world;
  const due = addDays(book.today, 20);
  const wanted = {
    lines: counted,
    due,
    plant: random.pick(['一分厂', '二分厂', '装配车间']),
    notes: random.pick(['', '附出厂检测报告', '分两批交库']),
  };
  const { notice } = await book.must(chief(world, 'planner'), writeNotice(contract, wanted));
  if (plan.until === 'noticed') return;
  yield* signThrough(world, notice, buyer.seller);
  await print(world, chief(world, 'planner'), notice, 'production-notice');
  yield another(world, 1);
  await book.must(chief(world, 'production'), startProduction(notice));
  const half = Math.ceil(counted.length / 2);
  const lots = counted.length > 2 && random.chance(0.5) ? [counted.slice(0, half), counted.slice(half)] : [counted];
  for (const [index, lines] of lots.entries()) {
    if (plan.until === 'producing' && index === lots.length - 1) return;
    yield another(world, random.whole(4, 8));
    const serial = `${book.today.replaceAll('-', '').slice(2)}${random.whole(10, 99)}`;
    const into = { location: places.store, slipNo: `CK${serial}`, certificateNo: `HGZ-${serial}`, certificate: '', notes: '' };
    const { certificateNo, certificate } = into;
    await book.must(chief(world, 'quality'), certifyLot(notice, { lines, certificateNo, certificate }));
    const { inbound } = await book.must(random.pick(world.people.keepers), receiveProduction(notice, { ...into, lines }));
    await print(world, random.pick(world.people.keepers), inbound, 'inbound-slip');
  }
}

/** One load, signed and booked within a few days. */
async function* ship(world: World, { buyer, plan }: Deal, order: string, lines: Counted): Story {
  const { book, random, people } = world;
  yield soon(world, 20, 90);
  const vehicle = plate(random, world.branch.plates);
  const driver = random.pick(drivers);
  const delivery = {
    type: 'delivery' as const,
    consignee: buyer.body.name,
    phone: buyer.body.phone,
    address: buyer.body.address,
    carrier: random.pick(['自有车辆', '德运物流', '安顺专线']),
    vehicle,
    driver,
    expected: book.today,
    notes: '',
  };
  const { dispatch } = await book.must(buyer.seller, writeDispatch({ order, lines, delivery }));
  yield soon(world, 10, 40);
  await book.must(managerFor(world, buyer.seller), releaseDispatch(dispatch));
  await print(world, buyer.seller, dispatch, 'dispatch-note');
  const keeper = random.pick(people.keepers);
  await book.must(keeper, markPicked(dispatch, lines));
  yield soon(world, 15, 60);
  const { stockout } = await book.must(keeper, issueStock(dispatch, lines));
  await print(world, keeper, stockout, 'stock-out-slip');
  yield soon(world, 4, 15);
  const { gatepass } = await book.must(
    keeper,
    issueGatepass(dispatch, { vehicle, driver, packages: lines.length * 2, goods: '机电设备及配件' }),
  );
  yield soon(world, 3, 20);
  await book.must(random.pick(people.guards), passGate(gatepass, { time: clock(world), vehicle }));
  if (plan.until === 'shipped') return;
  yield another(world, random.whole(1, 2), 10 * 60);
  await book.must(buyer.seller, recordSignedCopy(dispatch, { name: buyer.body.contact, day: book.today, file: '' }));
  if (plan.until === 'signed') return;
  yield another(world, random.whole(0, 1), 10 * 60);
  await book.must(random.pick(people.finance), bookDelivery(dispatch));
}

const jobs = [
  '配电柜就位、接线、送电调试',
  '水泵机组安装、对中、试运行',
  '电缆中间接头 6 只、终端头 12 只，耐压试验',
  '变频器安装与参数设定，联动试车',
] as const;

const checks = [
  { item: '外观与标识', standard: '完好、齐全', found: '良好', passed: true },
  { item: '绝缘电阻', standard: '≥ 100 MΩ', found: '500 MΩ', passed: true },
  { item: '空载试运行 2 h', standard: '无异响，温升 ≤ 40 K', found: '温升 28 K', passed: true },
  { item: '联动与保护', standard: '动作正确', found: '正确', passed: true },
] as const;

/** On-site work and its acceptance; false while it is not accepted. */
async function* work(world: World, { contract, buyer, plan }: Deal): AsyncGenerator<number, boolean, void> {
  const { book, random } = world;
  const { contact, phone } = buyer.body;
  const wantedOn = addDays(book.today, 6);
  const written = { job: 'installation', site: '', contact, phone, work: random.pick(jobs), wantedOn, notes: '进场须办出入证' } as const;
  const { workorder } = await book.must(buyer.seller, writeWorkOrder(contract, written));
  yield soon(world, 20, 120);
  await book.must(managerFor(world, buyer.seller), signWorkOrder(workorder));
  const crew = [chief(world, 'technician'), chief(world, 'technician', 1)];
  const day = addDays(book.today, random.whole(2, 4));
  await book.must(buyer.seller, scheduleWork(workorder, { day, crew: crew.map(({ id }) => id) }));
  await print(world, buyer.seller, workorder, 'work-order');
  if (plan.until === 'delivered' || plan.until === 'working') return false;
  yield another(world, random.whole(4, 6), 15 * 60);
  const [leader = chief(world, 'technician')] = crew;
  await book.must(leader, finishWork(workorder, '现场已清理'));
  const isConditional = random.chance(0.25);
  const found = {
    items: isConditional
      ? [...checks, { item: '资料移交', standard: '说明书、合格证各 2 份', found: '缺合格证 1 份', passed: false }]
      : [...checks],
    findings: isConditional ? '同意验收，资料三日内补齐' : '',
    outcome: isConditional ? ('conditional' as const) : ('passed' as const),
    photo: '',
  };
  const { acceptance } = await book.must(leader, reportAcceptance(workorder, found));
  yield soon(world, 20, 60);
  await book.must(leader, signAcceptance(acceptance, { name: contact, file: '', day: book.today }));
  await print(world, leader, acceptance, 'acceptance-report');
  return true;
}
