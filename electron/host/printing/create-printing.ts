/** The print queue: one job at a time per printer, kept on disk, every change told to the page. */
import { HostFailure, type HostHandlers, type PrintJob } from '#shared/host/contract.ts';
import type { PaperJob } from '#shared/papers/content.ts';
import type { PrintBackend } from './print-backend.ts';
import { openPrintSpool, type SpooledJob } from './print-spool.ts';

type PrintCall = 'printers.list' | 'printers.print' | 'printers.queue' | 'printers.cancel' | 'printers.retry';

export interface Printing {
  handlers: Pick<HostHandlers, PrintCall>;
  /** Takes up the queue of the last run. A job that was being printed then may or may not be on paper: it fails with 'interrupted' and waits for a person. */
  start(): Promise<void>;
  /** Stops taking jobs; the one under way is aborted and waits again. */
  close(): Promise<void>;
}

export interface PrintingOptions {
  render(job: PaperJob): Promise<{ pdf: Uint8Array; pages: number }>;
  spoolFolder: string;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  backends: { printer: PrintBackend; viewer: PrintBackend };
  emit(event: 'print.changed', job: PrintJob): void;
  /** Milliseconds a spooler may take for one job. */
  timeOut?: number;
}

/** Finished jobs shown in the list; older ones are dropped with their files. */
const KEPT = 200;
const KEPT_FOR = 7 * 24 * 3_600_000;

export function createPrinting(options: PrintingOptions): Printing {
  const { render, now, newId, backends, emit, timeOut = 60_000 } = options;
  const spool = openPrintSpool(options.spoolFolder);
  const jobs = new Map<string, SpooledJob>();
  /** The abort of the job each printer is at. */
  const busy = new Map<string, { id: string; abort: AbortController; done: Promise<void> }>();
  let closed = false;
  let started: Promise<void> | null = null;

  function start(): Promise<void> {
    started ??= takeUp();
    return started;
  }

  async function takeUp(): Promise<void> {
    const oldest = now() - KEPT_FOR;
    const found = await spool.read();
    for (const [index, entry] of found.entries()) {
      const old = isFinished(entry.job) && (entry.job.at < oldest || found.length - index > KEPT);
      if (old) await spool.removePdf(entry.job.id);
      else jobs.set(entry.job.id, entry);
    }
    for (const entry of jobs.values()) {
      if (entry.job.state === 'printing') entry.job = { ...entry.job, state: 'failed', problem: 'interrupted' };
    }
    await save();
    for (const entry of jobs.values()) if (entry.job.state === 'waiting') advance(entry.job.printer);
  }

  async function change(id: string, changes: Partial<PrintJob>): Promise<void> {
    const entry = jobs.get(id);
    if (!entry) return;
    entry.job = { ...entry.job, ...changes };
    emit('print.changed', entry.job);
    await save();
  }

  function save(): Promise<void> {
    return spool.write([...jobs.values()]);
  }

  /** Begins the printer's next waiting job unless it is at one. */
  function advance(printer: string): void {
    if (closed || busy.has(printer)) return;
    const entry = [...jobs.values()].find(({ job }) => job.printer === printer && job.state === 'waiting');
    if (!entry) return;
    const abort = new AbortController();
    const done = work(entry, abort).finally(() => {
      busy.delete(printer);
      advance(printer);
    });
    busy.set(printer, { id: entry.job.id, abort, done });
  }

  async function work(entry: SpooledJob, abort: AbortController): Promise<void> {
    const { id, printer, title } = entry.job;
    await change(id, { state: 'printing', problem: '' });
    const timer = setTimeout(() => abort.abort('timed-out'), timeOut);
    try {
      const backend = printer === '' ? backends.viewer : backends.printer;
      const sending = backend.print({
        file: spool.pdfFile(id),
        printer,
        title,
        formName: entry.formName,
        form: entry.form,
        signal: abort.signal,
      });
      // A backend that ignores the signal must not hold the queue.
      const state = await Promise.race([sending, aborted(abort.signal)]);
      await change(id, { state, problem: '' });
    } catch (problem) {
      if (abort.signal.aborted && abort.signal.reason === 'closed') await change(id, { state: 'waiting' });
      else if (abort.signal.aborted && abort.signal.reason === 'cancelled') await change(id, { state: 'cancelled' });
      else if (abort.signal.aborted) await change(id, { state: 'failed', problem: 'timed-out' });
      else await change(id, { state: 'failed', problem: problem instanceof Error ? problem.message : String(problem) });
    } finally {
      clearTimeout(timer);
    }
  }

  function known(id: string): SpooledJob {
    const entry = jobs.get(id);
    if (!entry) throw new HostFailure('not-found', `no print job ${id}`);
    return entry;
  }

  const handlers: Printing['handlers'] = {
    'printers.list': async () => {
      try {
        return await backends.printer.list();
      } catch (problem) {
        throw new HostFailure('print-failed', problem instanceof Error ? problem.message : String(problem));
      }
    },
    'printers.print': async (input) => {
      await start();
      const { pdf, pages } = await render(input.job);
      const id = newId();
      await spool.savePdf(id, pdf);
      const { title, documentId, paper, printer, by } = input;
      const job: PrintJob = { id, title, documentId, paper, printer, at: now(), by, state: 'waiting', problem: '', pages };
      jobs.set(id, { job, formName: input.formName, form: input.job.form });
      emit('print.changed', job);
      await save();
      advance(printer);
      return job;
    },
    'printers.queue': async () => {
      await start();
      return [...jobs.values()].map(({ job }) => job);
    },
    'printers.cancel': async ({ id }) => {
      await start();
      const { job } = known(id);
      const current = busy.get(job.printer);
      if (current?.id === id) current.abort.abort('cancelled');
      else if (job.state === 'waiting') await change(id, { state: 'cancelled' });
      return undefined;
    },
    // What was sent is not sent again from here: another copy is a reprint, and counted.
    'printers.retry': async ({ id }) => {
      await start();
      const { job } = known(id);
      if (job.state !== 'failed' && job.state !== 'cancelled') return undefined;
      await change(id, { state: 'waiting', problem: '' });
      advance(job.printer);
      return undefined;
    },
  };

  return {
    handlers,
    start,
    close: async () => {
      closed = true;
      const current = [...busy.values()];
      for (const { abort } of current) abort.abort('closed');
      await Promise.all(current.map(({ done }) => done));
      await save();
    },
  };
}

function isFinished(job: PrintJob): boolean {
  return job.state !== 'waiting' && job.state !== 'printing';
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(new Error(String(signal.reason)));
    else signal.addEventListener('abort', () => reject(new Error(String(signal.reason))), { once: true });
  });
}
