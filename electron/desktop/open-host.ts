/** The host, in this process, as the desktop's main file wants it. */
import type { HostCall, HostEvent, HostEventData } from '#shared/host/contract.ts';
import { HostFailure } from '#shared/host/contract.ts';
import type { PrintBackend } from '../host/printing/print-backend.ts';

export interface DeskHostOptions {
  dataFolder: string;
  version: string;
  /** The 32-byte key of this desk, sealed by the system; null where the system has no keychain and the host keeps a key file. */
  sealedKey: (() => Promise<Uint8Array>) | null;
  printBackends: { printer: PrintBackend; viewer: PrintBackend };
}

export interface DeskHost {
  /** Parses the input and answers `{ ok, … }`; never rejects. */
  answer(name: HostCall, input: unknown): Promise<unknown>;
  onEvent(listener: <E extends HostEvent>(name: E, data: HostEventData<E>) => void): void;
  /** The language chosen in the settings, '' when none. */
  language(): Promise<'zh-CN' | 'en' | ''>;
  /** Writes a snapshot before an update; rejects when it cannot. */
  snapshot(): Promise<void>;
  log(level: 'info' | 'warn' | 'error', message: string): void;
  /** Flushes the journal and the print queue. Safe to call twice. */
  close(): Promise<void>;
}

export function openHost(_options: DeskHostOptions): Promise<DeskHost> {
  return Promise.reject(new HostFailure('internal', 'this build has no host'));
}
