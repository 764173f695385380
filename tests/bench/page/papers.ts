import type { PaperJob } from '#shared/papers/content.ts';
import { hostAndInfo } from './desk-line.ts';
import { stallOf } from './stall.ts';

/** Longest stall of the page while the host makes these papers and sends them. */
export async function stallOfPapers(jobs: readonly PaperJob[]): Promise<number> {
  const { host } = await hostAndInfo();
  const { stall } = await stallOf(async () => {
    for (const job of jobs) await host.call('papers.render', job);
  });
  return stall;
}
