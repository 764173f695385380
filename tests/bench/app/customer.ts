import type { BenchDesk } from '../program/open-desk.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf } from '../report/spread.ts';
import { signIn, withTools } from './sign-in.ts';

const TIMES = 11;

/** The customer with most papers, opened from the list: timeline, balance and aging on the screen. */
export async function measureCustomer(desk: BenchDesk): Promise<Measured[]> {
  const { customer } = desk.demo;
  const page = await desk.openProgram(withTools);
  await signIn(page, '沈国良');
  // Search has all names by then: what a start still does is measured elsewhere.
  await page.evaluate(() => window.tools.book().size());
  const open = (path: string, heading: string): Promise<number> =>
    page.evaluate(([path, heading]) => window.tools.open(path, heading), [path, heading] as const);
  const other = await page.evaluate(async (large) => {
    const { rows } = await window.tools.book().list({ kind: 'customer', status: 'prospect', limit: 20 });
    const found = rows.find(({ id }) => id !== large);
    return found ? { id: found.id, name: found.title } : null;
  }, customer.id);
  if (!other) throw new Error('no other customer');
  await open('/customers', '客户');
  const first = await open(`/customers/${customer.id}`, customer.name);
  const [large, small]: [number[], number[]] = [[], []];
  for (let at = 0; at < TIMES; at += 1) {
    await open('/customers', '客户');
    large.push(await open(`/customers/${customer.id}`, customer.name));
    await open('/customers', '客户');
    small.push(await open(`/customers/${other.id}`, other.name));
  }
  const name = 'a customer with hardly any';
  return [
    {
      work: 'open the largest customer, to painted',
      note: `${customer.papers} papers`,
      unit: 'ms',
      ours: spreadOf(large),
      beside: [{ name, spread: spreadOf(small) }],
      goals: [{ bound: 'atMost', value: 100 }],
    },
    { work: 'the first time, with loading its code', unit: 'ms', ours: spreadOf([first]) },
  ];
}
