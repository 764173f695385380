import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Fixed places, not PATH: a program started from the dock has hardly any. */
const LP = ['/usr/bin/lp', '/bin/lp', '/usr/local/bin/lp'];

/** Whether the program the system's back end calls is on this computer: SumatraPDF on Windows, `lp` elsewhere. */
export function hasPrintProgram(resources: string, platform: NodeJS.Platform, exists: (file: string) => boolean = existsSync): boolean {
  return platform === 'win32' ? exists(join(resources, 'sumatra', 'SumatraPDF.exe')) : LP.some(exists);
}
