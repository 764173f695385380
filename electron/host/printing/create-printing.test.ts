import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PrintJob } from '#shared/host/contract.ts';
import { aJob, aReceipt } from '#shared/papers/paper.fixture.ts';
import { createPrinting, type Printing, type PrintingOptions } from './create-printing.ts';
import type { PrintBackend, PrintRequest } from './print-backend.ts';

interface FakePrinter extends PrintBackend {
  asked: PrintRequest[];
  /** Lets the oldest job that is still being printed go through, or fail. */
  settle(problem?: Error): void;
}

function aPrinter(answer: 'sent' | 'opened' = 'sent'): FakePrinter {
  const open: { resolve(state: 'sent' | 'opened'): void; reject(problem: Error): void }[] = [];
  const asked: PrintRequest[] = [];
  return {
    asked,
    list: () => Promise.resolve([{ name: 'EPSON', isDefault: true, forms: ['A4'] }]),
    print: (request) => {
      asked.push(request);
      return new Promise((resolve, reject) => open.push({ resolve, reject }));
    },
    settle: (problem) => {
      const job = open.shift();
      if (problem) job?.reject(problem);
      else job?.resolve(answer);
    },
  };
}

let folder = '';
let printer = aPrinter();
let viewer = aPrinter('opened');
let heard: PrintJob[] = [];
let printing: Printing;
let ids = 0;

function open(changes: Partial<PrintingOptions> = {}): Printing {
  return createPrinting({
    render: () => Promise.resolve({ pdf: new Uint8Array([37, 80, 68, 70]), pages: 2 }),
    spoolFolder: folder,
    now: () => 1_764_000_000_000,
    newId: () => `job-${(ids += 1)}`,
    backends: { printer, viewer },
    emit: (_event, job) => heard.push(job),
    ...changes,
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'printing-'));
  printer = aPrinter();
  viewer = aPrinter('opened');
  heard = [];
  ids = 0;
  printing = open();
});

afterEach(async () => {
  await printing.close();
  rmSync(folder, { recursive: true, force: true });
});

function print(name = 'EPSON', title = '收款收据'): Promise<PrintJob> {
  return printing.handlers['printers.print']({
    job: aJob(aReceipt('zh-CN')),
    title,
    documentId: '01J',
    paper: 'receipt',
    printer: name,
    formName: '',
    by: 'S01',
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}

const stateOf = (id: string): string | undefined => heard.findLast((job) => job.id === id)?.state;

test('a printed receipt is waiting, then printing, then sent, and the page hears each step [PAY-02]', async () => {
  const job = await print();
  expect(job).toMatchObject({ state: 'waiting', pages: 2, by: 'S01', printer: 'EPSON' });
  await until(() => printer.asked.length === 1);
  expect(existsSync(printer.asked[0]?.file ?? '')).toBe(true);
  printer.settle();
  await until(() => stateOf(job.id) === 'sent');
  expect(heard.map(({ state }) => state)).toEqual(['waiting', 'printing', 'sent']);
});

test('one printer prints one job at a time, in order; another printer does not wait for it', async () => {
  await print('EPSON', '一');
  await print('EPSON', '二');
  await print('LASER', '三');
  await until(() => printer.asked.length === 2);
  expect(printer.asked.map(({ title }) => title)).toEqual(['一', '三']);
  printer.settle();
  await until(() => printer.asked.length === 3);
  expect(printer.asked[2]?.title).toBe('二');
});

test('without a printer the paper opens in the viewer', async () => {
  const job = await print('');
  await until(() => viewer.asked.length === 1);
  viewer.settle();
  await until(() => stateOf(job.id) === 'opened');
  expect(printer.asked).toHaveLength(0);
});

test('a spooler that refuses leaves a failed job that can be tried again', async () => {
  const job = await print();
  await until(() => printer.asked.length === 1);
  printer.settle(new Error('out of paper'));
  await until(() => stateOf(job.id) === 'failed');
  expect(heard.at(-1)?.problem).toBe('out of paper');
  await printing.handlers['printers.retry']({ id: job.id });
  await until(() => printer.asked.length === 2);
  printer.settle();
  await until(() => stateOf(job.id) === 'sent');
  expect(heard.at(-1)?.problem).toBe('');
});

test('a spooler that never answers is given up, and the next job prints', async () => {
  await printing.close();
  printing = open({ timeOut: 20 });
  const stuck = await print('EPSON', '卡住');
  const after = await print('EPSON', '下一张');
  await until(() => stateOf(stuck.id) === 'failed');
  expect(heard.find(({ id, state }) => id === stuck.id && state === 'failed')?.problem).toBe('timed-out');
  await until(() => stateOf(after.id) === 'printing' || stateOf(after.id) === 'failed');
});

test('a waiting or running job can be cancelled; a sent one is not printed again by a retry', async () => {
  const first = await print();
  const second = await print();
  await until(() => printer.asked.length === 1);
  await printing.handlers['printers.cancel']({ id: second.id });
  await printing.handlers['printers.cancel']({ id: first.id });
  await until(() => stateOf(first.id) === 'cancelled');
  expect(stateOf(second.id)).toBe('cancelled');
  const third = await print();
  await until(() => printer.asked.length === 2);
  printer.settle();
  printer.settle();
  await until(() => stateOf(third.id) === 'sent');
  await printing.handlers['printers.retry']({ id: third.id });
  expect(stateOf(third.id)).toBe('sent');
});

test('after a restart waiting papers print, and one that was being printed asks a person', async () => {
  const first = await print();
  const second = await print();
  await until(() => stateOf(first.id) === 'printing');
  await printing.handlers['printers.queue'](undefined);
  // The process is killed here: nothing is closed, only what is on disk counts.
  await new Promise((resolve) => setTimeout(resolve, 20));
  const before = printing;
  printer = aPrinter();
  printing = open();
  await printing.start();
  await until(() => printer.asked.length === 1);
  const queue = await printing.handlers['printers.queue'](undefined);
  expect(queue.find(({ id }) => id === first.id)).toMatchObject({ state: 'failed', problem: 'interrupted' });
  expect(printer.asked[0]?.file).toContain(second.id);
  await before.close();
});

test('an unknown job is not found', async () => {
  await expect(printing.handlers['printers.cancel']({ id: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
});
