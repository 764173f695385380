import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where Chromium, Chrome and Edge live on the three systems, best first. `BRANCH_DESK_BROWSER` names another. */
const places: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined
      ? []
      : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')];
  }),
];

/** @throws Error that says what to install */
export function findBrowser(): string {
  const asked = process.env['BRANCH_DESK_BROWSER'];
  const found = asked !== undefined && asked !== '' ? asked : places.find((place) => existsSync(place));
  if (found === undefined || !existsSync(found)) {
    throw new Error(
      'No Chromium, Chrome or Edge found. Install one (Debian, Ubuntu: apt-get install chromium), or name it in BRANCH_DESK_BROWSER.',
    );
  }
  return found;
}
