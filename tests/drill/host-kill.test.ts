import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildHostAside, type BuiltHost } from '../support/host-process.ts';
import { killHost } from './kill-host.ts';

const KILLS = 104;
/** Desks at once: one per processor of the smallest machine this runs on. */
const DESKS = 2;

let host: BuiltHost;

beforeAll(async () => {
  host = await buildHostAside();
});
afterAll(() => host.remove());

test(`a host killed ${KILLS} times while it saves loses nothing that was called saved, and no number`, { timeout: 600_000 }, async () => {
  const desks = Array.from({ length: DESKS }, (_, desk) => killHost(host.main, join(host.folder, `desk-${desk}`), KILLS / DESKS));
  for (const report of await Promise.all(desks)) {
    expect(report).toMatchObject({ kills: KILLS / DESKS, lost: [], twice: [], missing: [], damaged: 0 });
    expect(report.acknowledged).toBeGreaterThan(KILLS);
    expect(report.written).toBe(report.acknowledged);
  }
});
