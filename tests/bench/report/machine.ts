import { cpus, loadavg, release, totalmem, type as system } from 'node:os';
import { execFileSync } from 'node:child_process';
import { findBrowser } from '#build/find-browser.ts';

export interface Machine {
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  browser: string;
}

export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? '?',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${system()} ${release()}`,
    node: process.version,
    browser: execFileSync(findBrowser(), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
  };
}

/** Processes that wanted to run, over the last minute, now and then until the end of a run. */
export function watchLoad(): () => { least: number; most: number } {
  const seen: number[] = [loadavg()[0] ?? 0];
  const timer = setInterval(() => seen.push(loadavg()[0] ?? 0), 5_000);
  return () => {
    clearInterval(timer);
    return { least: Math.min(...seen), most: Math.max(...seen) };
  };
}
