import type { DemoOptions } from '#shared/demo/demo-records.ts';
import type { AnyRecord } from '#shared/documents/record.ts';

export type DemoMessage = { type: 'batch'; records: AnyRecord[] } | { type: 'end' } | { type: 'failed'; message: string };

/** Demo documents made in a worker; the next batch is made while the last one is stored. */
export async function* demoBatches(options: DemoOptions): AsyncGenerator<readonly AnyRecord[]> {
  const worker = new Worker(new URL('./demo-worker.ts', import.meta.url), { type: 'module' });
  const ask = () =>
    new Promise<DemoMessage>((resolve, reject) => {
      worker.addEventListener('message', (event: MessageEvent<DemoMessage>) => resolve(event.data), { once: true });
      worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
      worker.postMessage('next');
    });
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    worker.postMessage(options);
    let coming = ask();
    for (;;) {
      const message = await coming;
      if (message.type === 'end') return;
      if (message.type === 'failed') throw new Error(message.message);
      coming = ask();
      yield message.records;
    }
  } finally {
    worker.terminate();
  }
}
