import { execFile } from 'node:child_process';

/** Runs a program with arguments as they are (never through a shell) and answers what it wrote. Rejects with its own complaint. */
export function runProgram(program: string, args: readonly string[], signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, [...args], { signal, windowsHide: true, maxBuffer: 4 * 1024 * 1024 }, (problem, stdout, stderr) => {
      if (problem) reject(new Error(stderr.trim() || problem.message));
      else resolve(stdout);
    });
  });
}

export type RunProgram = typeof runProgram;
