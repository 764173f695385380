/** The host's log: one line per event in a file that begins anew when it is large; the one before is kept. */
import { appendFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createSerial } from '../serial.ts';

export type LogLevel = 'info' | 'warn' | 'error';

export interface Log {
  (level: LogLevel, message: string): void;
  /** Resolves when everything is in the file. */
  flush(): Promise<void>;
}

const MOST_BYTES = 2 * 1024 * 1024;
/** Of one message; what a page sends may be a whole document. */
const MOST_CHARACTERS = 8000;

/** Writing the log never fails the work it tells about. */
export function openLog(folder: string, now: () => number, mostBytes = MOST_BYTES): Log {
  const path = join(folder, 'host.log');
  const inTurn = createSerial();
  let size: number | null = null;

  async function write(line: string): Promise<void> {
    size ??= await stat(path).then(
      (found) => found.size,
      () => 0,
    );
    if (size > mostBytes) {
      await rename(path, join(folder, 'host.1.log'));
      size = 0;
    }
    await appendFile(path, line, { mode: 0o600 });
    size += Buffer.byteLength(line);
  }

  const log = (level: LogLevel, message: string): void => {
    // One event, one line, whatever a page or an error message puts into it.
    const line = `${new Date(now()).toISOString()} ${level} ${JSON.stringify(message.slice(0, MOST_CHARACTERS)).slice(1, -1)}\n`;
    void inTurn(() => write(line)).catch(() => undefined);
  };
  return Object.assign(log, { flush: () => inTurn(() => Promise.resolve()) });
}
