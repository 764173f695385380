import type { WebContentsPrintOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import type { PrintBackend, PrintRequest } from '../host/printing/print-backend.ts';
import { createChromiumBackend, createShellViewer, printOptions, withFallback, type PrintWindow } from './print-backend.ts';

function aWindow(changes: Partial<PrintWindow> = {}): PrintWindow {
  return {
    show: vi.fn(() => Promise.resolve()),
    print: vi.fn((_options: WebContentsPrintOptions, done: (isSent: boolean, reason: string) => void) => done(true, '')),
    printers: () => Promise.resolve([]),
    destroy: vi.fn(),
    ...changes,
  };
}

function aRequest(changes: Partial<PrintRequest> = {}): PrintRequest {
  const signal = new AbortController().signal;
  return { file: '/spool/1.pdf', printer: 'LQ-630K', title: '发货单', formName: '', form: '241x140', signal, ...changes };
}

test.each([
  ['a4', { width: 210_000, height: 297_000 }],
  ['a5', { width: 210_000, height: 148_000 }],
  ['241x140', { width: 241_000, height: 140_000 }],
  ['241x93', { width: 241_000, height: 93_333 }],
] as const)('%s goes to the printer at its size in microns, without margins or scaling', (form, pageSize) => {
  expect(printOptions(form, 'LQ-630K')).toEqual({
    silent: true,
    deviceName: 'LQ-630K',
    printBackground: true,
    margins: { marginType: 'none' },
    scaleFactor: 100,
    pageSize,
  });
});

test('on a roll the driver’s own size counts', () => {
  const options = printOptions('80mm', 'TM-T82');
  expect(options.usePrinterDefaultPageSize).toBe(true);
  expect(options).not.toHaveProperty('pageSize');
});

test('a paper is shown, sent, and its window taken away', async () => {
  const window = aWindow();
  expect(await createChromiumBackend(() => window).print(aRequest())).toBe('sent');
  expect(window.show).toHaveBeenCalledWith('/spool/1.pdf');
  expect(window.destroy).toHaveBeenCalledOnce();
});

test('a refusal of the driver is passed on with its words', async () => {
  const window = aWindow({ print: (_options, done) => done(false, 'Invalid printer settings') });
  await expect(createChromiumBackend(() => window).print(aRequest())).rejects.toMatchObject({
    code: 'print-failed',
    message: 'Invalid printer settings',
  });
  expect(window.destroy).toHaveBeenCalledOnce();
});

test('a driver that never answers is let go when the queue gives up', async () => {
  const window = aWindow({ print: () => undefined });
  const abort = new AbortController();
  const printing = createChromiumBackend(() => window).print(aRequest({ signal: abort.signal }));
  setImmediate(() => abort.abort());
  await expect(printing).rejects.toMatchObject({ code: 'timed-out' });
  expect(window.destroy).toHaveBeenCalledOnce();
});

test('a job cancelled before its window opened prints nothing', async () => {
  const window = aWindow();
  await expect(createChromiumBackend(() => window).print(aRequest({ signal: AbortSignal.abort() }))).rejects.toMatchObject({
    code: 'timed-out',
  });
  expect(window.print).not.toHaveBeenCalled();
});

test('printers are listed with the default that CUPS names', async () => {
  const options = { 'is-default': 'true' } as unknown as Electron.Options;
  const printers = [
    { name: 'LQ-630K', options },
    { name: 'HP', options: {} as Electron.Options },
  ];
  expect(await createChromiumBackend(() => aWindow({ printers: () => Promise.resolve(printers) })).list()).toEqual([
    { name: 'LQ-630K', isDefault: true, forms: [] },
    { name: 'HP', isDefault: false, forms: [] },
  ]);
});

test('the system prints when its program is there, Chromium when it is not; the drivers’ forms come from the system', async () => {
  const forms = [{ name: 'LQ-630K', isDefault: true, forms: ['241x140'] }];
  const system: PrintBackend = { list: vi.fn(() => Promise.resolve(forms)), print: vi.fn(() => Promise.resolve('sent' as const)) };
  const chromium: PrintBackend = { list: vi.fn(() => Promise.resolve([])), print: vi.fn(() => Promise.resolve('sent' as const)) };
  const without = withFallback(system, chromium, false);
  await without.print(aRequest());
  expect([vi.mocked(system.print).mock.calls.length, vi.mocked(chromium.print).mock.calls.length]).toEqual([0, 1]);
  expect(await without.list()).toEqual(forms);
  await withFallback(system, chromium, true).print(aRequest());
  expect(system.print).toHaveBeenCalledOnce();
  vi.mocked(system.list).mockRejectedValueOnce(new Error('no lpstat'));
  expect(await without.list()).toEqual([]);
});

test('a desk without a printer opens the paper in the system’s viewer, and hears when there is none', async () => {
  expect(await createShellViewer(() => Promise.resolve('')).print(aRequest())).toBe('opened');
  await expect(createShellViewer(() => Promise.resolve('no application')).print(aRequest())).rejects.toMatchObject({
    code: 'print-failed',
  });
});
