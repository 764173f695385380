/** A time of the test's own for hosts, centre and pages alike, so that a month can end in the middle of a journey. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

export interface TestClock {
  /** Environment of a Node process that is to live in this time. */
  env: NodeJS.ProcessEnv;
  /** Shows the page this time from now on. */
  show(page: Page): Promise<void>;
  /** Another time everywhere; it goes on from there. Only forwards, as clocks do. */
  moveTo(time: string): Promise<void>;
}

/** Runs before anything else in a process: its clock is the real one moved by what the file says. */
const moved = `
import { readFileSync } from 'node:fs';
import { ServerResponse } from 'node:http';
const Real = Date;
const now = Real.now;
let by = 0;
let looked = -Infinity;
const time = () => {
  const elapsed = performance.now();
  if (elapsed - looked > 20) {
    looked = elapsed;
    by = Number(readFileSync(process.env.BRANCH_DESK_TEST_CLOCK, 'utf8')) || by;
  }
  return now() + by;
};
globalThis.Date = new Proxy(Real, {
  construct: (target, values, made) => Reflect.construct(target, values.length === 0 ? [time()] : values, made),
  apply: () => new Real(time()).toString(),
  get: (target, key) => (key === 'now' ? time : Reflect.get(target, key)),
});
Real.prototype.constructor = globalThis.Date;
// Node's own Date header would tell the real time.
const { writeHead } = ServerResponse.prototype;
ServerResponse.prototype.writeHead = function (...given) {
  if (!this.headersSent) this.setHeader('Date', new Date().toUTCString());
  return writeHead.apply(this, given);
};
`;

/** @param start in the branch's own time, e.g. `2026-03-02T09:00` */
export function openClock(start: string): TestClock & { close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'branch-desk-clock-'));
  const file = join(folder, 'moved-by');
  const pages = new Set<Page>();
  let by = 0;
  const set = (time: string) => {
    by = Date.parse(`${time}:00+08:00`) - Date.now();
    writeFileSync(file, String(by));
  };
  const show = async (page: Page) => {
    pages.add(page);
    await page.clock.setSystemTime(Date.now() + by);
    // The business date is looked at now and then, and whenever the window is.
    if (!page.url().startsWith('about:')) await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  };
  set(start);
  return {
    env: { BRANCH_DESK_TEST_CLOCK: file, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(moved)}` },
    show,
    moveTo: async (time) => {
      set(time);
      for (const page of pages) await show(page);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
