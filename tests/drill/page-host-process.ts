import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { drillMessage, PREFIX, type DrillMessage } from './page/messages.ts';

export interface HostProcess {
  /** For one page, once. */
  address(): Promise<string>;
  kill(): Promise<void>;
}

/** Starts the drill's host; resolves when it serves. */
export async function startHost(script: string, args: readonly string[], onMessage: (message: DrillMessage) => void): Promise<HostProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((address: string) => void)[] = [];
  const ready = new Promise<string>((resolve, reject) => {
    waiting.push(resolve);
    child.once('exit', (code) => reject(new Error(`the host ended with ${code} before it served`)));
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('READY ')) waiting.shift()?.(line.slice('READY '.length));
    else if (line.startsWith(PREFIX)) onMessage(drillMessage.parse(JSON.parse(line.slice(PREFIX.length))));
  });
  // What it printed before it was killed is still read.
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let first: string | null = await ready;
  return {
    address: () => {
      if (first !== null) {
        const address = first;
        first = null;
        return Promise.resolve(address);
      }
      child.stdin.write('another\n');
      return new Promise((resolve) => waiting.push(resolve));
    },
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
