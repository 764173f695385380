/**
 * The worker thread that makes PDFs, one after the other. It is bundled to CommonJS beside the shell's main file.
 * Messages are `PaperRequest`; each is answered by one `PaperAnswer` with the same id.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { PaperJob } from '#shared/papers/content.ts';
import { layOutPaper } from '#shared/papers/lay-out-paper.ts';
import { drawPdf } from './draw-pdf.ts';
import { openPaperFonts } from './paper-fonts.ts';
import type { PaperAnswer, PaperRequest } from './paper-messages.ts';
import { replaceMissing } from './replace-missing.ts';

const { fontFolder } = workerData as { fontFolder: string };
const fonts = openPaperFonts(fontFolder);

async function render(job: PaperJob): Promise<{ pdf: Uint8Array<ArrayBuffer>; pages: number; missing: string[] }> {
  const { content, missing } = replaceMissing(job.content, fonts.has);
  const sheets = layOutPaper({ ...job, content }, fonts.measure);
  return { pdf: await drawPdf(sheets, { ...job, content }, fonts.handles), pages: sheets.length, missing };
}

// One at a time: a document takes the thread for as long as it is made.
let queue = Promise.resolve();

parentPort?.on('message', (request: PaperRequest) => {
  queue = queue.then(() => answer(request));
});

async function answer({ id, job }: PaperRequest): Promise<void> {
  try {
    const done = await render(job);
    parentPort?.postMessage({ id, ok: true, ...done } satisfies PaperAnswer, [done.pdf.buffer]);
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    parentPort?.postMessage({ id, ok: false, message } satisfies PaperAnswer, []);
  }
}
