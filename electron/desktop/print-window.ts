/** The hidden window a PDF is printed from when Chromium is the way to paper. */
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import type { PrintWindow } from './print-backend.ts';

/** Milliseconds between the end of loading and the first page being drawn: the PDF viewer announces the one and not the other. */
const DRAWING = 1000;

export function openPrintWindow(create: (options: BrowserWindowConstructorOptions) => BrowserWindow, session: Session): PrintWindow {
  const window = create({
    show: false,
    webPreferences: { session, sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true, spellcheck: false },
  });
  return {
    async show(pdfFile) {
      await window.loadFile(pdfFile);
      await wait(DRAWING);
    },
    print: (options, done) => window.webContents.print(options, done),
    printers: () => window.webContents.getPrintersAsync(),
    destroy: () => window.destroy(),
  };
}
