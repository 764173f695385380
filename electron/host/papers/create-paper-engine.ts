import { Worker } from 'node:worker_threads';
import { HostFailure, type HostOutput } from '#shared/host/contract.ts';
import type { PaperJob } from '#shared/papers/content.ts';
import { locateFonts, locatePaperWorker } from './locate-paper-worker.ts';
import type { PaperAnswer, PaperRequest } from './paper-messages.ts';

type RenderedPaper = HostOutput<'papers.render'>;

export interface PaperEngine {
  /** The PDF of a job. Rejects with HostFailure 'render-failed'; the next job gets a fresh worker when this one died. */
  render(job: PaperJob): Promise<RenderedPaper>;
  /** Starts the worker and opens the fonts, so that the first paper is as quick as the next. */
  warm(): Promise<void>;
  /** Ends the worker; jobs under way are rejected. */
  close(): Promise<void>;
}

export interface PaperEngineOptions {
  /** The bundled worker; by default beside the shell, or bundled from source. */
  workerFile?: string;
  fontFolder?: string;
  /** Milliseconds without a job after which the worker ends and gives its 140–200 MB back. */
  idle?: number;
  /** Milliseconds a job may take. */
  timeOut?: number;
}

interface Waiting {
  resolve(paper: RenderedPaper): void;
  reject(problem: HostFailure): void;
  timer: NodeJS.Timeout;
}

export function createPaperEngine(options: PaperEngineOptions = {}): PaperEngine {
  const { idle = 5 * 60_000, timeOut = 60_000 } = options;
  const waiting = new Map<number, Waiting>();
  let worker: Promise<Worker> | null = null;
  let current: Worker | null = null;
  let idleTimer: NodeJS.Timeout | undefined;
  let nextId = 1;
  let workerFile: Promise<string> | null = options.workerFile === undefined ? null : Promise.resolve(options.workerFile);

  async function start(): Promise<Worker> {
    workerFile ??= locatePaperWorker();
    const started = new Worker(await workerFile, { workerData: { fontFolder: options.fontFolder ?? locateFonts() } });
    started.on('message', (answer: PaperAnswer) => settle(answer));
    started.on('error', (problem) => fail(started, `the paper worker died: ${problem.message}`));
    started.on('exit', () => fail(started, 'the paper worker ended'));
    current = started;
    return started;
  }

  function settle(answer: PaperAnswer): void {
    const job = waiting.get(answer.id);
    if (!job) return;
    waiting.delete(answer.id);
    clearTimeout(job.timer);
    if (answer.ok) job.resolve({ pdf: answer.pdf, pages: answer.pages, missing: answer.missing });
    else job.reject(new HostFailure('render-failed', answer.message));
    if (waiting.size === 0) restAfterIdle();
  }

  /** Everything the dead worker still owed is refused; whoever asks next starts another. */
  function fail(dead: Worker, message: string): void {
    if (current !== dead) return;
    current = null;
    worker = null;
    clearTimeout(idleTimer);
    const owed = [...waiting.values()];
    waiting.clear();
    for (const job of owed) {
      clearTimeout(job.timer);
      job.reject(new HostFailure('render-failed', message));
    }
  }

  function restAfterIdle(): void {
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => void end('idle'), idle);
    idleTimer.unref();
  }

  async function end(reason: string): Promise<void> {
    const ending = current;
    if (!ending) return;
    fail(ending, reason);
    await ending.terminate();
  }

  async function render(job: PaperJob): Promise<RenderedPaper> {
    clearTimeout(idleTimer);
    worker ??= start();
    let ready: Worker;
    try {
      ready = await worker;
    } catch (problem) {
      worker = null;
      throw new HostFailure('render-failed', problem instanceof Error ? problem.message : String(problem));
    }
    // It may have died while this job waited for it to start.
    if (current !== ready) return render(job);
    return new Promise((resolve, reject) => {
      const request: PaperRequest = { id: nextId, job };
      nextId += 1;
      const timer = setTimeout(() => void end(`no PDF after ${timeOut} ms`), timeOut);
      waiting.set(request.id, { resolve, reject, timer });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      ready.postMessage(request);
    });
  }

  return {
    render,
    warm: async () => {
      await render(warmUpJob());
    },
    close: async () => {
      await worker?.catch(() => undefined);
      await end('closed');
    },
  };
}

/** A blank slip opens both weights of the everyday font. */
function warmUpJob(): PaperJob {
  return {
    content: {
      template: 'slip',
      company: '营业台',
      branch: '',
      title: '预热',
      no: '0',
      day: '',
      code: '0',
      language: 'zh-CN',
      stamp: '',
      printing: 1,
      maker: '',
      printedAt: '',
      copies: [{ name: '存根联', priced: true }],
      head: [],
      columns: [],
      rows: [],
      priceColumns: [],
      totals: [],
      red: false,
      notes: [],
      signatures: [],
      seal: '',
    },
    form: 'a5',
    copyMode: 'plain',
    mono: false,
    offset: { x: 0, y: 0 },
    scale: 1000,
  };
}
