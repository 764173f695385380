import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

/** Milliseconds of processor time used so far by the processes whose command line names `text` and by their children. Linux only. */
export function processorTimeOf(text: string): number {
  const processes = readdirSync('/proc').flatMap((pid) => (/^\d+$/.test(pid) ? look(Number(pid)) : []));
  const found = new Set(
    processes.filter(({ pid, commandLine }) => pid !== process.pid && commandLine.includes(text)).map(({ pid }) => pid),
  );
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of processes) if (found.has(parent)) found.add(pid);
  }
  return processes.filter(({ pid }) => found.has(pid)).reduce((sum, { ticks }) => sum + ticks * TICK_MS, 0);
}

function look(pid: number): { pid: number; parent: number; ticks: number; commandLine: string }[] {
  try {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    return [{ pid, parent: fields[1] ?? 0, ticks: (fields[11] ?? 0) + (fields[12] ?? 0), commandLine }];
  } catch {
    // It has ended.
    return [];
  }
}
