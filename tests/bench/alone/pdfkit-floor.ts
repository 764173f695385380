import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { build } from 'esbuild';
import { locateFonts } from '#electron/host/papers/locate-paper-worker.ts';
import { root } from '#build/build-all.ts';
import type { PaperJob } from '#shared/papers/content.ts';
import type { FloorAnswer } from './pdfkit-worker.ts';

export interface PdfkitFloor {
  draw(job: PaperJob): Promise<FloorAnswer>;
  close(): Promise<void>;
}

export async function openPdfkitFloor(): Promise<PdfkitFloor> {
  const outfile = join(root, 'node_modules', '.cache', 'bench', 'pdfkit-worker.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/bench/alone/pdfkit-worker.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  const worker = new Worker(outfile, { workerData: { fontFolder: locateFonts() } });
  return {
    draw: async (job) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      worker.postMessage(job);
      const [answer] = (await once(worker, 'message')) as [FloorAnswer];
      return answer;
    },
    close: async () => void (await worker.terminate()),
  };
}
