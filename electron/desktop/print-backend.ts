/**
 * Prints a PDF through Chromium, from a hidden window. The fallback where neither SumatraPDF nor `lp` is to be had: silent mode may
 * fit the page to the printable area, so pre-printed forms belong to the other back ends.
 */
import type { PrinterInfo, WebContentsPrintOptions } from 'electron';
import { HostFailure } from '#shared/host/contract.ts';
import type { PaperForm } from '#shared/papers/content.ts';
import { formGeometry, MM } from '#shared/papers/forms.ts';

/** Microns, as Electron wants them; null for a roll, which has no height of its own. */
function pageSize(form: PaperForm): { width: number; height: number } | null {
  const { width, height } = formGeometry(form);
  return height === 0 ? null : { width: Math.round((width / MM) * 1000), height: Math.round((height / MM) * 1000) };
}

/** Exact size, no margins of Chromium's own, black and white on forms that go to needle and thermal printers. */
export function printOptions(form: PaperForm, printer: string, isMono: boolean): WebContentsPrintOptions {
  const size = pageSize(form);
  return {
    silent: true,
    deviceName: printer,
    color: !isMono,
    printBackground: true,
    margins: { marginType: 'none' },
    scaleFactor: 100,
    ...(size === null ? { usePrinterDefaultPageSize: true } : { pageSize: size }),
  };
}

/** A hidden window with a session of its own: sandboxed, no preload, no network. */
export interface PrintWindow {
  /** Resolves when the PDF viewer has drawn the file. */
  show(pdfFile: string): Promise<void>;
  print(options: WebContentsPrintOptions, done: (isSent: boolean, reason: string) => void): void;
  printers(): Promise<Pick<PrinterInfo, 'name' | 'options'>[]>;
  destroy(): void;
}

export interface PrintRequest {
  /** Absolute path of the spooled PDF. */
  file: string;
  printer: string;
  form: PaperForm;
  mono: boolean;
}

export interface DesktopPrintBackend {
  list(): Promise<{ name: string; isDefault: boolean; forms: string[] }[]>;
  /** Resolves when the spooler has taken the job. Rejects with HostFailure 'print-failed' or 'timed-out'. */
  print(request: PrintRequest): Promise<void>;
}

/** @param timeOut milliseconds until a driver that never answers counts as failed */
export function createDesktopPrintBackend(openWindow: () => PrintWindow, timeOut = 60_000): DesktopPrintBackend {
  async function using<T>(work: (window: PrintWindow) => Promise<T>): Promise<T> {
    const window = openWindow();
    try {
      return await work(window);
    } finally {
      window.destroy();
    }
  }

  return {
    list: () =>
      using(async (window) => {
        const printers = await window.printers();
        // CUPS marks its default this way; Windows tells nobody, and the page asks the user once.
        return printers.map(({ name, options }) => ({ name, isDefault: isDefault(options), forms: [] }));
      }),

    print: ({ file, printer, form, mono }) =>
      using((window) =>
        within(timeOut, async () => {
          await window.show(file);
          await new Promise<void>((resolve, reject) => {
            window.print(printOptions(form, printer, mono), (isSent, reason) => {
              if (isSent) resolve();
              else reject(new HostFailure('print-failed', reason));
            });
          });
        }),
      ),
  };
}

function isDefault(options: object): boolean {
  return 'is-default' in options && String(options['is-default']) === 'true';
}

async function within(timeOut: number, work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new HostFailure('timed-out', 'the printer did not answer')), timeOut);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
