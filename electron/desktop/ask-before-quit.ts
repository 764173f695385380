/** Closing the window while the centre lacks papers: asked once. Nothing is lost either way; elsewhere they are seen later. */
import type { MessageBoxOptions } from 'electron';
import type { CentreStatus } from '#shared/host/contract.ts';
import { fill, type DesktopTexts } from './texts.ts';

export interface ClosingWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
  close(): void;
}

export interface AskBeforeQuitOptions {
  window: ClosingWindow;
  texts(): DesktopTexts['unsent'];
  /** Shows a question over the window; resolves to the index of the button. */
  ask(options: MessageBoxOptions): Promise<number>;
}

const CLOSE = 1;

/** Returns what is to be called with every change of the exchange's status. */
export function askBeforeQuit({ window, texts, ask }: AskBeforeQuitOptions): (status: Pick<CentreStatus, 'phase' | 'unsent'>) => void {
  let unsent = 0;
  let isAsking = false;
  let isSure = false;

  window.on('close', (event) => {
    if (unsent === 0 || isSure) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    const { title, message, detail, stay, close } = texts();
    const question = {
      title,
      message: fill(message, { count: String(unsent) }),
      detail,
      buttons: [stay, close],
      defaultId: 0,
      cancelId: 0,
    };
    ask({ type: 'warning', noLink: true, ...question })
      .then((button) => {
        isSure = button === CLOSE;
        return isSure ? window.close() : undefined;
      })
      .catch(() => undefined)
      .finally(() => {
        isAsking = false;
      });
  });

  return (status) => {
    unsent = status.phase === 'alone' ? 0 : status.unsent;
  };
}
