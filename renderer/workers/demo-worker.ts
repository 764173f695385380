/** Makes demo documents off the page's thread: one batch for every 'next', then 'end'. */
import { z } from 'zod';
import { demoRecords, type DemoOptions } from '#shared/demo/demo-records.ts';
import type { DemoMessage } from './demo-batches.ts';

z.config({ jitless: true });

let batches: ReturnType<typeof demoRecords> | null = null;

const answer = (message: DemoMessage): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
  postMessage(message);
};

addEventListener('message', (event: MessageEvent<DemoOptions | 'next'>) => {
  if (event.data === 'next') void next();
  else batches = demoRecords(event.data);
});

async function next(): Promise<void> {
  try {
    const made = await batches?.next();
    answer(made === undefined || made.done === true ? { type: 'end' } : { type: 'batch', records: made.value.records });
  } catch (problem) {
    answer({ type: 'failed', message: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) });
  }
}
