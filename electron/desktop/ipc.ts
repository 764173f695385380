/** Carries the host contract over Electron's IPC: one channel per call, each checked for who is asking. */
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { HostCall, HostEvent, HostEventData } from '#shared/host/contract.ts';
import { callChannel, callNames, eventChannel } from './channels.ts';
import { isOwnPage } from './origin.ts';

/** The part of Electron's event a decision needs. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'> & { sender: Pick<WebContents, 'id'> };

export interface IpcOptions {
  ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>;
  /** `answer` of the host's dispatch, bound to its handlers: parses the input, never rejects. */
  answer(name: HostCall, input: unknown): Promise<unknown>;
  /** The desk's window; null while there is none. */
  page(): Pick<WebContents, 'id'> | null;
  /** A refused sender is a bug or an attack: both belong in the log. */
  onRefused(name: HostCall, address: string): void;
}

/** True only for the top frame of the desk's own window while it shows the page; frames inside it (the PDF preview) are strangers. */
export function isTrustedSender(event: Sender, page: Pick<WebContents, 'id'> | null): boolean {
  const frame = event.senderFrame;
  // null: the frame navigated away or was destroyed before the message was read.
  if (page === null || frame === null) return false;
  return event.sender.id === page.id && frame.parent === null && isOwnPage(frame.url);
}

/** Registers every call; returns the function that takes them away again. */
export function serveCalls(options: IpcOptions): () => void {
  const { ipcMain, answer, page, onRefused } = options;
  for (const name of callNames) {
    ipcMain.handle(callChannel(name), async (event, input: unknown) => {
      if (isTrustedSender(event, page())) return answer(name, input);
      onRefused(name, event.senderFrame?.url ?? '');
      return { ok: false, code: 'invalid-input', message: 'sender refused' };
    });
  }
  return () => {
    for (const name of callNames) ipcMain.removeHandler(callChannel(name));
  };
}

/** Sends one host event to the page; silently nothing when the window is gone. */
export function sendEvent<E extends HostEvent>(
  page: Pick<WebContents, 'send' | 'isDestroyed'> | null,
  name: E,
  data: HostEventData<E>,
): void {
  if (page !== null && !page.isDestroyed()) page.send(eventChannel(name), data);
}
