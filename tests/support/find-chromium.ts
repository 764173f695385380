import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];

/** The system's Chromium. @throws when there is none: browser tests fail then, they are not skipped */
export function findChromium(): string {
  const found = [process.env.CHROMIUM, ...places].find((place) => place !== undefined && existsSync(place));
  if (found === undefined) throw new Error(`no Chromium at ${places.join(', ')}; set CHROMIUM`);
  return found;
}
