/**
 * The worker thread that makes PDFs, one after the other. It is bundled to CommonJS beside the shell's main file.
 * Messages are `PaperRequest`; each is answered by one `PaperAnswer` with the same id.
 */
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type { PaperJob } from '#shared/papers/content.ts';
import { layOutPaper } from '#shared/papers/lay-out-paper.ts';
import { toDefinition } from '#shared/papers/to-definition.ts';
import { encodeQr } from './encode-qr.ts';
import { openPaperFonts } from './paper-fonts.ts';
import type { PaperAnswer, PaperRequest } from './paper-messages.ts';
import { replaceMissing } from './replace-missing.ts';

const { fontFolder } = workerData as { fontFolder: string };
const fonts = openPaperFonts(fontFolder);

async function render(job: PaperJob): Promise<{ pdf: Uint8Array<ArrayBuffer>; pages: number; missing: string[] }> {
  const { content, missing } = replaceMissing(job.content, fonts.has);
  const sheets = layOutPaper({ ...job, content }, fonts.measure);
  let pages = 0;
  const definition = toDefinition(
    sheets,
    { ...job, content },
    {
      encodeQr,
      onPages: (made) => {
        pages = made;
      },
    },
  );
  const buffer = await pdfmake.createPdf(definition).getBuffer();
  // The library adds a page without a word when anything overflows; such a paper must not leave the house.
  if (pages !== sheets.length) throw new Error(`planned ${sheets.length} pages, made ${pages}`);
  return { pdf: new Uint8Array(buffer), pages, missing };
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
