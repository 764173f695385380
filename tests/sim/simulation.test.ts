import { describe, expect, it } from 'vitest';
import { pinned } from './pinned.ts';
import { drawPlan } from './plan.ts';
import { runPlan } from './run-plan.ts';

/** `npm run sim` runs as many as one likes. */
const SEEDS = 50;

describe('desks, centre and a faulty network', () => {
  for (const { was, plan } of pinned) {
    it(`${was}: not again`, async () => {
      expect((await runPlan(plan)).broken).toEqual([]);
    });
  }

  for (let seed = 1; seed <= SEEDS; seed += 1) {
    it(`lose and double nothing, seed ${seed}`, async () => {
      expect((await runPlan(drawPlan(seed, 5, 200))).broken).toEqual([]);
    });
  }
});
