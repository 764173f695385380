/** Telephone, visits in the field, files gone through: the daily work on customers (CRM-01…05, RCP-09). */
import { addDays } from '#shared/core/calendar.ts';
import type { contactChannels } from '#shared/modules/contact/module.ts';
import { recordContact, reviewCustomer, saveCustomer } from '#shared/modules/customer/rules.ts';
import { addTask } from '#shared/modules/task/rules.ts';
import type { Story } from './diary.ts';
import { aBuyer } from './masters.ts';
import { keepPromise } from './reception-story.ts';
import { soon, type World } from './world.ts';

const talks = [
  '电话回访，下周有采购计划',
  '上门拜访，看了车间，近期要换一批轴承',
  '微信沟通，已发最新价目表',
  '对账无误，月底付款',
  '催收货款，对方答应周五前转账',
  '客户反馈电机噪音偏大，已约售后',
  '询问变频器现货，已报价',
  '年底集中采购，需要阶梯报价',
  '推荐新到的永磁空压机，有兴趣',
  '项目延期，开春再定',
] as const;

export async function* contactStory(world: World): Story {
  const { book, random, people, buyers } = world;
  const buyer = buyers[random.favourite(buyers.length)];
  if (!buyer) return;
  const next = random.chance(0.3) ? addDays(book.today, random.whole(2, 14)) : '';
  const channel = random.weigh<(typeof contactChannels)[number]>([
    ['phone', 5],
    ['message', 4],
    ['visit', 2],
    ['field', 2],
    ['email', 1],
  ]);
  const level = random.chance(0.1) ? random.pick(['H', 'A', 'B', 'C'] as const) : undefined;
  const spoke = random.chance(0.92) ? buyer.seller : random.pick(people.finance);
  const recorded = {
    customer: buyer.id,
    body: { channel, said: random.pick(talks), next },
    ...(level && spoke === buyer.seller ? { level } : {}),
  };
  const { task } = await book.must(spoke, recordContact(recorded));
  if (random.chance(0.06)) await book.must(buyer.seller, reviewCustomer(buyer.id));
  if (task) yield* keepPromise(world, spoke, task);
}

const chores = ['整理货架标签', '更新价目表', '核对库存差异', '准备周会资料', '回收客户签收联', '催开发票'] as const;

export async function* choreStory(world: World): Story {
  const { book, random, people } = world;
  const owner = random.pick([...people.sellers, ...people.keepers]);
  const due = addDays(book.today, random.whole(0, 5));
  const { task } = await book.must(
    random.pick(people.managers),
    addTask({ body: { type: 'other', due, text: random.pick(chores), phone: '' }, owner: owner.id }),
  );
  yield* keepPromise(world, owner, task);
}

/** A new customer's file; from now on he may come. */
export async function* newCustomer(world: World): Story {
  const { book, random, people } = world;
  const fresh = aBuyer(world);
  const seller = random.pick(people.sellers);
  const manager = random.pick(people.managers);
  const maker = fresh.body.creditLimit > 0 ? manager : seller;
  const { customer } = await book.must(
    maker,
    saveCustomer({ id: '', body: fresh.body, candidates: [], confirmed: true, owner: seller.id }),
  );
  world.buyers.push({ ...fresh, id: customer, seller });
  yield soon(world, 1, 5);
}
