import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anHttpCentre, type HttpCentre } from './http-centre.ts';
import { runOverHttp } from './run-over-http.ts';

/** Whole runs over HTTP take seconds each, more on a busy machine. */
const PATIENCE = 120_000;

describe('desks and a centre over HTTP', () => {
  let centre: HttpCentre;
  beforeEach(async () => {
    centre = await anHttpCentre();
  }, PATIENCE);
  afterEach(() => centre.close(), PATIENCE);

  for (const [seed, trouble] of [
    [2, 0.05],
    [3, 0.2],
  ] as const) {
    it(
      `lose and double nothing when ${trouble * 100} of 100 requests go wrong, seed ${seed}`,
      async () => {
        const outcome = await runOverHttp(centre, { seed, rounds: 4, trouble, killAfter: 0 });
        expect(outcome.broken).toEqual([]);
        expect(outcome.faults).toBeGreaterThan(0);
      },
      PATIENCE,
    );
  }

  it(
    'lose and double nothing when the server is killed while they write, and comes up on the same folder',
    async () => {
      const outcome = await runOverHttp(centre, { seed: 4, rounds: 4, trouble: 0.02, killAfter: 25 });
      expect(outcome.broken).toEqual([]);
      if (centre.killAndRestart) expect(outcome.serverKills).toBeGreaterThan(1);
    },
    PATIENCE,
  );
});
