/** The host, in this process, as the desktop's main file wants it. */
import type { HostCall, HostEvent, HostEventData } from '#shared/host/contract.ts';
import { createHost } from '../host/create-host.ts';
import type { PrintBackend } from '../host/printing/print-backend.ts';

export interface DeskHostOptions {
  dataFolder: string;
  version: string;
  /** The 32-byte key of this desk, sealed by the system; null where the system has no keychain and the host keeps a key file. */
  sealedKey: (() => Promise<Uint8Array>) | null;
  printBackends: { printer: PrintBackend; viewer: PrintBackend };
}

type Listener = <E extends HostEvent>(name: E, data: HostEventData<E>) => void;

export interface DeskHost {
  /** Parses the input and answers `{ ok, … }`; never rejects. */
  answer(name: HostCall, input: unknown): Promise<unknown>;
  onEvent(listener: Listener): void;
  /** The language chosen in the settings, '' when none. */
  language(): Promise<'zh-CN' | 'en' | ''>;
  /** Writes a snapshot before an update; rejects when it cannot. */
  snapshot(): Promise<void>;
  log(level: 'info' | 'warn' | 'error', message: string): void;
  /** Flushes the journal and the print queue. Safe to call twice. */
  close(): Promise<void>;
}

export async function openHost(options: DeskHostOptions): Promise<DeskHost> {
  const listeners: Listener[] = [];
  const host = await createHost({
    ...options,
    shell: 'desktop',
    shellReason: '',
    emit: (name, data) => {
      for (const listener of listeners) listener(name, data);
    },
  });
  return {
    answer: host.answer,
    onEvent: (listener) => void listeners.push(listener),
    language: async () => (await host.handlers['desk.describe'](undefined)).settings.language,
    snapshot: async () => {
      await host.handlers['snapshots.make']({ reason: 'update' });
    },
    log: host.log,
    close: host.close,
  };
}
