/** Notices that the page died or hangs, and brings the user back. */
import type { MessageBoxOptions, RenderProcessGoneDetails } from 'electron';
import { ORIGIN, RECOVERY_PATH } from './origin.ts';
import { isCrash } from './recovery.ts';
import type { DesktopTexts } from './texts.ts';

/** The parts of a BrowserWindow and its contents used here. */
export interface WatchedWindow {
  on(event: 'unresponsive' | 'responsive', listener: () => void): unknown;
  webContents: {
    on(event: 'render-process-gone', listener: (event: unknown, details: RenderProcessGoneDetails) => void): unknown;
    loadURL(address: string): Promise<void>;
    reload(): void;
    forcefullyCrashRenderer(): void;
  };
}

export interface WatchOptions {
  window: WatchedWindow;
  texts(): DesktopTexts['hang'];
  /** Shows a question over the window; resolves to the index of the button. */
  ask(options: MessageBoxOptions): Promise<number>;
  /** Remembers Chromium's reason for the recovery page. */
  onGone(details: RenderProcessGoneDetails): void;
}

const RELOAD = 1;

export function watchPage({ window, texts, ask, onGone }: WatchOptions): void {
  const { webContents } = window;
  let question: AbortController | null = null;
  let isOurDoing = false;

  webContents.on('render-process-gone', (_event, details) => {
    question?.abort();
    if (isOurDoing) {
      isOurDoing = false;
      webContents.reload();
      return;
    }
    if (!isCrash(details.reason)) return;
    onGone(details);
    // The window may be closing at the same moment; then there is nobody to show the page to.
    webContents.loadURL(`${ORIGIN}${RECOVERY_PATH}`).catch(() => undefined);
  });

  window.on('unresponsive', () => {
    if (question !== null) return;
    const own = new AbortController();
    question = own;
    const { title, message, wait, reload } = texts();
    ask({ type: 'warning', title, message, buttons: [wait, reload], defaultId: 0, cancelId: 0, noLink: true, signal: own.signal })
      .then((button) => {
        if (button !== RELOAD || own.signal.aborted) return undefined;
        // A hung page does not hear reload(); its process has to go first.
        isOurDoing = true;
        webContents.forcefullyCrashRenderer();
        return undefined;
      })
      .catch(() => undefined)
      .finally(() => {
        if (question === own) question = null;
      });
  });

  window.on('responsive', () => question?.abort());
}
