import { spawnSync } from 'node:child_process';
import { findBrowser } from './find-browser.ts';

/** What the tests read papers and drive pages with, and the Debian packages that hold it. */
const tools: readonly { name: string; packages: string; isThere: () => boolean }[] = [
  { name: 'Chromium, Chrome or Edge', packages: 'chromium', isThere: hasBrowser },
  { name: 'pdftotext (Poppler)', packages: 'poppler-utils', isThere: () => runs('pdftotext', '-v') },
  { name: 'zbarimg (ZBar)', packages: 'zbar-tools', isThere: () => runs('zbarimg', '--version') },
];

/** Installs what is missing where that may be done without asking (root on Debian); otherwise says what to install. True when all is there. */
export function installTools(): boolean {
  const missing = tools.filter((tool) => !tool.isThere());
  if (missing.length === 0) return true;
  const packages = missing.map((tool) => tool.packages);
  if (process.getuid?.() === 0 && runs('apt-get', '--version')) {
    console.log(`installing ${packages.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', ...packages], { stdio: 'ignore', env });
  }
  const still = tools.filter((tool) => !tool.isThere());
  for (const tool of still) console.error(`${tool.name} is missing. Debian, Ubuntu: apt-get install ${tool.packages}`);
  return still.length === 0;
}

function hasBrowser(): boolean {
  try {
    findBrowser();
    return true;
  } catch {
    return false;
  }
}

function runs(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: 'ignore' }).error === undefined;
}
