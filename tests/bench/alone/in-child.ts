import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Measured } from '../report/figure.ts';

const child = fileURLToPath(new URL('child.ts', import.meta.url));

export async function inChild(part: 'host' | 'judge', documents: number): Promise<Measured[]> {
  const running = fork(child, [part, String(documents)], { execArgv: ['--expose-gc', '--import', 'tsx'] });
  let measured: Measured[] | null = null;
  running.on('message', (sent) => (measured = sent as Measured[]));
  const [code] = (await once(running, 'close')) as [number | null];
  if (!measured) throw new Error(`the process for ${part} ended with ${code}`);
  return measured;
}
