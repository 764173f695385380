/** The door: who comes in or rings, what they want, what comes of it (RCP-01…06). */
import { addDays } from '#shared/core/calendar.ts';
import { endDuty, planDuty, startDuty } from '#shared/modules/duty/rules.ts';
import { addAgenda, agendaHappened } from '#shared/modules/agenda/rules.ts';
import { hearOpinion } from '#shared/modules/opinion/rules.ts';
import { dropTask, finishTask, postponeTask } from '#shared/modules/task/rules.ts';
import type { VisitOutcome } from '#shared/modules/visit/module.ts';
import { askVisit, closeVisit, greetVisit, linkVisit, registerVisit, seeOffVisit } from '#shared/modules/visit/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { carrySale } from './counter-story.ts';
import type { Story } from './diary.ts';
import { pickWare } from './goods.ts';
import { mobile, personName } from './names.ts';
import { another, clock, soon, type World } from './world.ts';

/** How far a visit has come when the demonstration ends. */
export type VisitStage = 'waiting' | 'greeted' | 'asked' | 'end';

export async function* visitStory(world: World, until: VisitStage = 'end', channel: 'walk-in' | 'phone' | '' = ''): Story {
  const { book, random, people } = world;
  const host = random.pick(people.sellers);
  const known = random.chance(0.35) ? random.pick(world.buyers) : undefined;
  const ware = pickWare(world);
  const need = random.pick([`${ware.name} ${ware.spec}`, `咨询${ware.name}`, `采购${ware.name}一批`, `${ware.name}报价`]);
  const named = known !== undefined || random.chance(0.7);
  const { visit } = await book.must(
    host,
    registerVisit({
      party: known?.id ?? '',
      body: {
        channel: channel || (random.chance(0.22) ? 'phone' : 'walk-in'),
        arrived: clock(world),
        people: random.weigh([
          [1, 6],
          [2, 3],
          [3, 1],
        ]),
        name:
          known?.body.contact ||
          known?.body.name ||
          (named ? `${personName(random).slice(0, 1)}${random.pick(['先生', '女士', '师傅', '老板'])}` : ''),
        phone: known?.body.phone ?? (named && random.chance(0.6) ? mobile(random) : ''),
        need,
        heardOf: known
          ? 'returning'
          : random.weigh([
              ['passing', 5],
              ['referral', 3],
              ['web', 2],
              ['advert', 1],
              ['other', 1],
            ]),
      },
    }),
  );
  if (until === 'waiting') return;
  yield soon(world, 1, 4);
  await book.must(host, greetVisit(visit));
  if (until === 'greeted') return;
  yield soon(world, 2, 10);
  const budget = random.pick(['', '', '3000 元以内', '按单价', '5 万左右', '对比三家']);
  await book.must(host, askVisit(visit, { need, budget, products: [ware.id] }));
  if (until === 'asked') return;
  yield soon(world, 3, 25);
  yield* leave(world, host, visit, known?.id ?? '');
}

async function* leave(world: World, host: Actor, visit: string, party: string): Story {
  const { book, random } = world;
  const outcome = random.weigh<VisitOutcome>([
    ['bought', 34],
    ['considering', 30],
    ['compared', 14],
    ['not-for-us', 9],
    ['service', 9],
    ['ordered', 4],
  ]);
  if (outcome === 'bought')
    yield* carrySale(
      world,
      host,
      visit,
      world.buyers.find(({ id }) => id === party),
    );
  await book.must(host, seeOffVisit(visit));
  const follow = outcome === 'considering' || (outcome === 'compared' && random.chance(0.6)) || outcome === 'ordered';
  const followUp = follow ? addDays(book.today, random.whole(1, 9)) : '';
  const reason = follow ? '' : random.pick(reasons[outcome] ?? ['无需跟进']);
  const { task } = await book.must(host, closeVisit(visit, { outcome, followUp, reason, task: follow ? random.pick(followUps) : '' }));
  if (party === '' && random.chance(0.04)) await book.must(host, linkVisit(visit, random.pick(world.buyers).id));
  if (task) yield* keepPromise(world, host, task);
}

const reasons: Partial<Record<VisitOutcome, readonly string[]>> = {
  bought: ['已成交', '已成交，老客户'],
  'not-for-us': ['型号不经营', '价格差距大', '只需一只，建议网购'],
  service: ['售后咨询，已答复', '开发票', '退换货咨询'],
  compared: ['客户自行比价'],
};
const followUps = ['回访是否确定型号', '报价已发，确认价格', '样品反馈', '确认采购时间', '老板出差回来再谈', '图纸确认后报价'];

/** Most promises are kept, some late, a few put off or given up. */
export async function* keepPromise(world: World, who: Actor, task: string): Story {
  const { book, random } = world;
  const found = await book.get(task);
  const due = typeof found?.body.due === 'string' ? found.body.due : book.today;
  const wait = Math.max(
    0,
    daysUntil(book.today, due) +
      random.weigh([
        [0, 9],
        [1, 2],
        [5, 1],
      ]),
  );
  yield another(world, wait, 9 * 60, 17 * 60 + 20);
  if (random.chance(0.12)) {
    const later = addDays(book.today, random.whole(2, 7));
    await book.must(who, postponeTask(task, later, random.pick(['未接电话', '客户要求下周再联系'])));
    yield another(world, daysUntil(book.today, later));
  }
  // Some are simply forgotten: they stand in the list as overdue.
  if (random.chance(0.04)) return;
  if (random.chance(0.06)) await book.must(who, dropTask(task, '客户已在别处采购'));
  else await book.must(who, finishTask(task, random.pick(['已联系，意向明确', '已成交', '继续跟进', '暂不需要', '已发报价'])));
}

function daysUntil(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000));
}

const turns = [
  ['08:30', '12:00'],
  ['12:00', '15:00'],
  ['15:00', '18:00'],
] as const;

/** Three turns at the door a day. */
export async function* dutyDay(world: World): Story {
  const { book, random, people } = world;
  const day = book.today;
  const hosts = turns.map(() => random.pick(people.sellers));
  const manager = random.pick(people.managers);
  const planned: string[] = [];
  for (const [index, [from, to]] of turns.entries()) {
    const made = await book.must(manager, planDuty(day, hosts[index]?.id ?? manager.id, { from, to, place: '门店大门' }));
    planned.push(made.duty);
  }
  for (const [index, [from, to]] of turns.entries()) {
    const host = hosts[index] ?? manager;
    yield world.diary.on(0, minutesOf(from) + random.whole(0, 6));
    await book.must(host, startDuty(planned[index] ?? ''));
    yield world.diary.on(0, minutesOf(to) - random.whole(0, 3));
    await book.must(host, endDuty(planned[index] ?? ''));
  }
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Something expected on a day: written down some days before, ticked off when it happens. */
export async function* expected(world: World, ahead: number, hour = world.random.whole(9, 16)): Story {
  const { book, random, people } = world;
  const buyer = random.pick(world.buyers);
  const [type, what] = random.pick([
    ['guest', `${buyer.body.name}来访看样`],
    ['delivery', `${buyer.body.name}上门提货`],
    ['event', '变频器新品演示'],
    ['guest', `${buyer.body.name}对账`],
    ['delivery', '永固电缆到货卸车'],
    ['event', '门店盘点'],
  ] as const);
  const day = addDays(book.today, ahead);
  const at = `${String(hour).padStart(2, '0')}:${random.pick(['00', '15', '30'])}`;
  const body = { type, at, what, who: buyer.body.contact || buyer.body.name, notes: '' };
  const { agenda } = await book.must(random.pick(people.sellers), addAgenda(day, body, { party: buyer.id }));
  yield another(world, ahead, hour * 60 + 20, hour * 60 + 55);
  await book.must(random.pick(people.sellers), agendaHappened(agenda));
}

const said = [
  ['pleased', '配货快，态度好'],
  ['pleased', '型号齐全，一次买齐'],
  ['neutral', '价格比网上略高'],
  ['neutral', '停车位不好找'],
  ['displeased', '上次的接触器线圈电压拿错了'],
  ['pleased', '送货及时，师傅帮忙卸车'],
  ['displeased', '电话占线打不进来'],
  ['neutral', '希望增加进口轴承现货'],
] as const;

export async function* opinionStory(world: World): Story {
  const [mood, text] = world.random.pick(said);
  const place = world.random.pick(['门店大厅', '收银台', '提货区', '休息区']);
  const who = `${personName(world.random).slice(0, 1)}${world.random.pick(['先生', '女士'])}`;
  await world.book.must(world.random.pick(world.people.sellers), hearOpinion({ place, at: clock(world), who, said: text, mood }));
  yield soon(world, 1, 5);
}
