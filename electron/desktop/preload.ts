/**
 * Runs sandboxed in the page's process, in a world of its own. Gives the page `window.branchDesk` and nothing else: two functions
 * that know the contract's names. Neither ipcRenderer nor its events ever reach the page. Bundled to one CommonJS file.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { callChannel, eventChannel, isCall, isEvent } from './channels.ts';

contextBridge.exposeInMainWorld('branchDesk', {
  /** Resolves to the host's answer, `{ ok: true, value }` or `{ ok: false, code, message }`. */
  call(name: unknown, input: unknown): Promise<unknown> {
    if (!isCall(name)) return Promise.resolve({ ok: false, code: 'invalid-input', message: 'no such call' });
    return ipcRenderer.invoke(callChannel(name), input);
  },

  /** Returns the function that stops listening. */
  on(name: unknown, listener: unknown): () => void {
    if (!isEvent(name) || typeof listener !== 'function') throw new TypeError('no such event');
    const channel = eventChannel(name);
    const forward = (_event: IpcRendererEvent, data: unknown): void => void listener(data);
    ipcRenderer.on(channel, forward);
    return () => void ipcRenderer.removeListener(channel, forward);
  },
});
