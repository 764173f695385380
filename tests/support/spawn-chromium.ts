import { spawn } from 'node:child_process';
import { findBrowser } from '#build/find-browser.ts';

export interface SpawnedBrowser {
  /** SIGKILL to it and its helpers, at once; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Chromium without a driver, with a profile folder of its own, in a process group that can be killed as a power cut would. */
export function spawnChromium(profile: string, address: string): SpawnedBrowser {
  const child = spawn(
    findBrowser(),
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-extensions',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--password-store=basic',
      `--user-data-dir=${profile}`,
      address,
    ],
    { detached: true, stdio: 'ignore' },
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    kill: async () => {
      const { pid } = child;
      if (pid === undefined || child.exitCode !== null) return;
      try {
        // The group this process made and leads.
        process.kill(-pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
      await gone;
    },
  };
}
