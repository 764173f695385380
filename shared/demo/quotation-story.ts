/** Quoting: offered, approved where it gives something away, talked about, revised, agreed, declined or forgotten (QPA-02…05). */
import { addDays } from '#shared/core/calendar.ts';
import { quotation } from '#shared/modules/quotation/module.ts';
import {
  acceptQuotation,
  declineQuotation,
  draftQuotation,
  noteRound,
  sendQuotation,
  submitQuotation,
  type QuotationInput,
} from '#shared/modules/quotation/rules.ts';
import type { Story } from './diary.ts';
import { payments, projectGoods, type PlanShape, type ProjectGoods } from './project.ts';
import { signThrough } from './signing.ts';
import { another, look, print, soon, type Buyer, type World } from './world.ts';

export type QuotationStage = 'drafted' | 'submitted' | 'sent' | 'talked' | 'declined' | 'forgotten' | 'accepted';

export interface QuotationPlan {
  goods: ProjectGoods;
  shape: PlanShape;
  until: QuotationStage;
  /** The customer asks for less, and a second version is sent. */
  isRevised: boolean;
}

const needs = [
  '新厂房配电与动力安装',
  '二期生产线扩建',
  '老线改造，停产检修期内更换',
  '市政泵站设备更新',
  '年度框架备货',
  '园区冷冻站改造',
] as const;
const fits = [
  '现货与定制结合，二十天内交齐',
  '型号与原设备通用，附检测报告',
  '按图纸配套，含合格证',
  '品牌与技术参数满足招标要求',
] as const;
const theirs = ['同行报价低 2%，希望再让一点', '要求增值税专用发票、含运费', '希望账期放宽到 60 天', '交期要提前一周'] as const;
const ours = [
  '单价已到政策价，可赠送安装附件',
  '可分两批交货，首批十天内',
  '含运费可以，账期按信用等级',
  '让利需主管审批，今天给答复',
] as const;

/** Answers with the id of the quotation that was accepted, '' otherwise. */
export async function* quote(world: World, buyer: Buyer, plan: QuotationPlan): AsyncGenerator<number, string, void> {
  const { book, random } = world;
  const need = random.pick(needs);
  const fit = random.pick(fits);
  const offer = (goods: ProjectGoods): QuotationInput['body'] => ({
    customerName: buyer.body.name,
    contact: buyer.body.contact,
    phone: buyer.body.phone,
    address: buyer.body.address,
    need,
    fit,
    lines: goods.lines.map(({ product, code, name, spec, unit, quantity, listPrice, price, gift }) => ({
      product,
      code,
      name,
      spec,
      unit,
      quantity,
      listPrice,
      price,
      gift,
    })),
    discount: 0,
    reason: random.pick(['工程批量', '竞争项目', '年度框架客户', '老客户，回款及时']),
    payment: payments[plan.shape],
    creditDays: 30,
    deliverOn: addDays(book.today, 35),
    deliverTo: buyer.body.address,
    validUntil: plan.until === 'forgotten' ? addDays(book.today, 10) : '',
    notes: '含运费，不含卸车',
  });

  let { quotation: id } = await book.must(buyer.seller, draftQuotation({ body: offer(plan.goods), party: buyer.id }));
  if (plan.until === 'drafted') return '';
  yield soon(world, 10, 60);
  if (!(yield* send(world, buyer, id, plan.until === 'submitted'))) return '';
  if (plan.until === 'sent' || plan.until === 'forgotten') return '';
  yield another(world, random.whole(1, 2));
  await book.must(buyer.seller, noteRound(id, roundOf(world)));
  if (plan.until === 'talked') return '';
  if (plan.until === 'declined') {
    yield another(world, random.whole(2, 4));
    await book.must(buyer.seller, declineQuotation(id, random.pick(['价格高于同行', '项目暂缓，明年再定', '业主指定品牌'])));
    return '';
  }
  if (plan.isRevised) {
    yield soon(world, 30, 120);
    const better = { ...plan.goods, lines: plan.goods.lines.map((line) => ({ ...line, price: lower(line) })) };
    const second = await book.must(buyer.seller, draftQuotation({ body: offer(better), party: buyer.id, source: id }));
    id = second.quotation;
    yield soon(world, 5, 30);
    if (!(yield* send(world, buyer, id, false))) return '';
  }
  yield another(world, random.whole(1, 3));
  const { body } = await look(world, quotation, id);
  if (book.today > body.validUntil) return '';
  await book.must(buyer.seller, acceptQuotation(id, { name: buyer.body.contact, day: book.today, file: '' }));
  return id;
}

/** Approved if it gives something away, then given to the customer; false when it stays here. */
async function* send(world: World, buyer: Buyer, id: string, waits: boolean): AsyncGenerator<number, boolean, void> {
  const { book, random } = world;
  const asked = await book.run(buyer.seller, submitQuotation(id));
  if (asked.ok) {
    if (waits) return false;
    yield* signThrough(world, id, buyer.seller);
    yield soon(world, 10, 40);
  }
  await print(world, buyer.seller, id, 'quotation');
  // A policy that took effect in between asks for another offer: this one runs out.
  const sent = await book.run(
    buyer.seller,
    sendQuotation(id, { channel: random.pick(['message', 'email', 'visit']), to: buyer.body.contact }),
  );
  return sent.ok;
}

function roundOf(world: World) {
  const { random } = world;
  return {
    ours: random.pick(ours),
    theirs: random.pick(theirs),
    concession: random.chance(0.3) ? '赠送附件一套' : '',
    agreed: random.pick(['数量与规格已确认', '交货地点与批次已确认', '含税含运费']),
    next: random.pick(['两天内给正式报价', '客户内部评审', '约总经理面谈']),
  };
}

/** One per cent less, never under the floor. */
function lower({ price, floor, gift }: { price: number; floor: number; gift: boolean }): number {
  return gift ? 0 : Math.max(Math.ceil((floor * 1.01) / 10) * 10, Math.round((price * 0.99) / 10) * 10);
}

/** An offer that leads to nothing, or waits for somebody. */
export async function* openQuotation(world: World, buyer: Buyer, until: QuotationStage): Story {
  const goods = projectGoods(world, world.random.whole(40, 300) * 100_000, until === 'submitted' ? 0.9 : 0.96);
  yield* quote(world, buyer, { goods, shape: 'first', until, isRevised: false });
}
