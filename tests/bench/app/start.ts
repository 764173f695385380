import type { BenchDesk } from '../program/open-desk.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf } from '../report/spread.ts';
import { signIn, withTools, type SignedIn } from './sign-in.ts';

const TIMES = 4;
const people = [
  { name: '沈国良', post: 'manager' },
  { name: '王芳', post: 'salesperson' },
] as const;

/** A fresh Chromium each time, the large book and the empty one in turn. */
export async function measureStart(large: BenchDesk, empty: BenchDesk): Promise<Measured[]> {
  const figures: Measured[] = [];
  // Both have taken in their journals.
  for (const desk of [large, empty]) await signIn(await desk.openProgram(withTools), people[0].name);
  for (const { name, post } of people) {
    const [ours, least]: [SignedIn[], SignedIn[]] = [[], []];
    for (let at = 0; at < TIMES; at += 1) {
      least.push(await signIn(await empty.openProgram(withTools), name));
      ours.push(await signIn(await large.openProgram(withTools), name));
    }
    const figure = (work: string, of: (times: SignedIn) => number, goals: Measured['goals'] = []): Measured => ({
      work: `${post}: ${work}`,
      unit: 'ms',
      ours: spreadOf(ours.map(of)),
      beside: [{ name: 'empty book', spread: spreadOf(least.map(of)) }],
      goals,
    });
    figures.push(
      figure('start to the home, typing not counted', ({ asked, home }) => asked + home, [
        { bound: 'atMost', value: 1.5, times: 'empty book' },
        { bound: 'atMost', value: 2_000 },
      ]),
      figure('of which until people may be picked', ({ asked }) => asked),
      figure('of which from the PIN to the home', ({ home }) => home),
    );
  }
  return figures;
}
