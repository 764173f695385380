import type { BenchDesk } from '../program/open-desk.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf } from '../report/spread.ts';
import { scriptOf, signIn, withTools } from './sign-in.ts';

const TIMES = 11;

export async function measureDashboard(desk: BenchDesk, empty: BenchDesk): Promise<Measured[]> {
  const least = await opened(empty);
  const [first, ...again] = least.times;
  const ours = await opened(desk);
  await ours.page.addScriptTag({ content: await scriptOf('tools/acts.ts') });
  const seen: number[] = [];
  for (let at = 0; at < TIMES; at += 1) seen.push(await ours.page.evaluate(() => window.acts.orderSeen('今日订单')));
  return [
    {
      work: 'dashboard, twelve months, to painted',
      unit: 'ms',
      ours: spreadOf(ours.times.slice(1)),
      beside: [{ name: 'empty book', spread: spreadOf(again) }],
      goals: [{ bound: 'atMost', value: 150 }],
    },
    {
      work: 'the first time, with loading the charts',
      unit: 'ms',
      ours: spreadOf([ours.times[0] ?? 0]),
      beside: [{ name: 'empty book', spread: spreadOf([first ?? 0]) }],
    },
    {
      work: 'dashboard after a new order, from its acknowledgement',
      unit: 'ms',
      ours: spreadOf(seen),
      goals: [{ bound: 'atMost', value: 50 }],
    },
  ];
}

/** The manager's dashboard, opened from the approvals again and again; the first time counts its code. It stays on the screen. */
async function opened(desk: BenchDesk): Promise<{ page: Awaited<ReturnType<BenchDesk['openProgram']>>; times: number[] }> {
  const page = await desk.openProgram(withTools);
  // Somebody whose home is another page, so that the first time is the first.
  await signIn(page, '郑慧兰');
  const times: number[] = [];
  for (let at = 0; at <= TIMES; at += 1) {
    await page.evaluate(() => window.tools.open('/approvals'));
    times.push(await page.evaluate(() => window.tools.open('/manager', '看板', true)));
  }
  return { page, times };
}
