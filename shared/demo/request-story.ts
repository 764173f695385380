/** What open orders and contracts lack is asked of purchasing and the planner (STK-09); the newest still waits to be taken. */
import { addDays, daysBetween, type Day } from '#shared/core/calendar.ts';
import { contract } from '#shared/modules/contract/module.ts';
import { order } from '#shared/modules/order/module.ts';
import { askForGoods, lackingLines, receiveRequest, takeRequest } from '#shared/modules/request/rules.ts';
import { MINUTES, type Story } from './diary.ts';
import { chief, soon, type World } from './world.ts';

const ASKS = 9 * 60 + 40;
const MOST = 4;

export async function* requestStory(world: World, first: Day, today: Day): Story {
  const { book, random, people, places } = world;
  yield daysBetween(first, addDays(today, -3)) * MINUTES + ASKS;
  const orders = (await book.all({ kind: order.kind, status: 'released' })).rows;
  const contracts = [];
  for (const status of ['effective', 'performing']) contracts.push(...(await book.all({ kind: contract.kind, status })).rows);
  let asked = 0;
  for (const paper of [...contracts.slice(0, 6), ...orders.slice(0, 20)]) {
    if (asked === MOST) return;
    const type = paper.kind === contract.kind ? ('production' as const) : ('purchase' as const);
    const lacking = (await lackingLines(book, paper, places.store)).slice(0, 3);
    const seller = people.sellers.find(({ id }) => id === paper.owner) ?? random.pick(people.sellers);
    if (lacking.length === 0) continue;
    const needBy = addDays(book.today, random.whole(6, 15));
    const lines = lacking.map(({ line, quantity }) => ({ line, quantity }));
    const { request } = await book.must(seller, askForGoods(paper.id, { type, lines, location: places.store, needBy, notes: '' }));
    asked += 1;
    yield soon(world, 10, 40);
    if (asked % 3 === 0) continue;
    const taker = type === 'purchase' ? random.pick(people.purchasing) : chief(world, 'planner');
    const from = type === 'purchase' ? random.pick(world.suppliers).name : '一车间';
    await book.must(taker, takeRequest(request, { from, expected: needBy }));
    if (asked !== 1 || type !== 'purchase') continue;
    yield soon(world, 60, 200);
    const slip = {
      location: places.store,
      slipNo: `SH${random.whole(1000, 9999)}`,
      certificateNo: `HG${random.whole(1000, 9999)}`,
      certificate: '',
    };
    await book.run(random.pick(people.keepers), receiveRequest(request, { ...slip, lines: lines.slice(0, 1), notes: '' }));
  }
}
