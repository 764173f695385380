/** The queue on disk: `queue.json` and one PDF per job, so that a restart loses nothing. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { printJobSchema } from '#shared/host/shapes.ts';
import { paperForms } from '#shared/papers/content.ts';

/** A job with what its printing needs beyond what the page sees. */
const spooledJob = z.object({ job: printJobSchema, formName: z.string(), form: z.enum(paperForms) });
export type SpooledJob = z.infer<typeof spooledJob>;

export interface PrintSpool {
  read(): Promise<SpooledJob[]>;
  /** Replaces the list as a whole; writes are made one after the other. */
  write(jobs: readonly SpooledJob[]): Promise<void>;
  savePdf(id: string, pdf: Uint8Array): Promise<void>;
  removePdf(id: string): Promise<void>;
  pdfFile(id: string): string;
}

export function openPrintSpool(folder: string): PrintSpool {
  const list = join(folder, 'queue.json');
  let last = Promise.resolve();

  async function replace(text: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(`${list}.new`, text);
    await rename(`${list}.new`, list);
  }

  return {
    read: async () => {
      try {
        return z.array(spooledJob).parse(JSON.parse(await readFile(list, 'utf8')));
      } catch {
        // No list, or one that was torn: printing is repeatable, the papers themselves are in the book.
        return [];
      }
    },
    write: (jobs) => {
      const text = JSON.stringify(jobs);
      last = last.then(
        () => replace(text),
        () => replace(text),
      );
      return last;
    },
    savePdf: async (id, pdf) => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${id}.pdf`), pdf);
    },
    removePdf: (id) => rm(join(folder, `${id}.pdf`), { force: true }),
    pdfFile: (id) => join(folder, `${id}.pdf`),
  };
}
