/**
 * Prints a PDF through Chromium, from a hidden window. The fallback where neither SumatraPDF nor `lp` is to be had: silent mode may
 * fit the page to the printable area, so pre-printed forms belong to the other back ends.
 */
import type { PrinterInfo, WebContentsPrintOptions } from 'electron';
import type { PrintBackend, Printer, PrintRequest } from '../host/printing/print-backend.ts';
import { HostFailure } from '#shared/host/contract.ts';
import type { PaperForm } from '#shared/papers/content.ts';
import { formGeometry, MM } from '#shared/papers/forms.ts';

/** A hidden window in a session of its own: sandboxed, no preload, no network. */
export interface PrintWindow {
  /** Resolves when the PDF viewer has drawn the file. */
  show(pdfFile: string): Promise<void>;
  print(options: WebContentsPrintOptions, done: (isSent: boolean, reason: string) => void): void;
  printers(): Promise<Pick<PrinterInfo, 'name' | 'options'>[]>;
  destroy(): void;
}

/** Exact size and no margins of Chromium's own. A roll has no height, so its driver decides. */
export function printOptions(form: PaperForm, printer: string): WebContentsPrintOptions {
  const size = pageSize(form);
  return {
    silent: true,
    deviceName: printer,
    printBackground: true,
    margins: { marginType: 'none' },
    scaleFactor: 100,
    ...(size === null ? { usePrinterDefaultPageSize: true } : { pageSize: size }),
  };
}

/** Microns, as Electron wants them; null for a roll. */
function pageSize(form: PaperForm): { width: number; height: number } | null {
  const { width, height } = formGeometry(form);
  return height === 0 ? null : { width: Math.round((width / MM) * 1000), height: Math.round((height / MM) * 1000) };
}

export function createChromiumBackend(openWindow: () => PrintWindow): PrintBackend {
  async function using<T>(work: (window: PrintWindow) => Promise<T>): Promise<T> {
    const window = openWindow();
    try {
      return await work(window);
    } finally {
      window.destroy();
    }
  }

  return {
    list: () => using(async (window) => (await window.printers()).map(toPrinter)),
    print: (request) =>
      using(async (window) => {
        await orAborted(window.show(request.file), request.signal);
        await orAborted(send(window, request), request.signal);
        return 'sent' as const;
      }),
  };
}

/** Opens the PDF in the system's viewer. @param openPath `shell.openPath`: resolves to '' or to what went wrong */
export function createShellViewer(openPath: (file: string) => Promise<string>): PrintBackend {
  return {
    list: () => Promise.resolve([]),
    print: async ({ file }) => {
      const problem = await openPath(file);
      if (problem !== '') throw new HostFailure('print-failed', problem);
      return 'opened';
    },
  };
}

/**
 * The system's own way to paper when its program is there, Chromium's when it is not. The list of printers stays the system's as long
 * as it answers, because only it knows the drivers' forms.
 */
export function withFallback(system: PrintBackend, chromium: PrintBackend, hasProgram: boolean): PrintBackend {
  return {
    list: async () => {
      try {
        return await system.list();
      } catch {
        return chromium.list();
      }
    },
    print: (request) => (hasProgram ? system : chromium).print(request),
  };
}

function send(window: PrintWindow, request: PrintRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    window.print(printOptions(request.form, request.printer), (isSent, reason) => {
      if (isSent) resolve();
      else reject(new HostFailure('print-failed', reason));
    });
  });
}

/** CUPS marks its default in the options; Windows says nothing, and the user is asked once. */
function toPrinter({ name, options }: Pick<PrinterInfo, 'name' | 'options'>): Printer {
  return { name, isDefault: 'is-default' in options && String(options['is-default']) === 'true', forms: [] };
}

/** A driver that never answers must not hold the window: the abort lets go of it. */
function orAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new HostFailure('timed-out', 'the printer did not answer'));
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
