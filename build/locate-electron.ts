import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The Electron program if it is on this computer, '' otherwise. Looks where Electron's own package looks, without loading it: that
 * would start a download.
 */
export function locateElectron(root: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const folder = join(root, 'node_modules', 'electron');
  const name = existsSync(join(folder, 'path.txt')) ? readFileSync(join(folder, 'path.txt'), 'utf8').trim() : programName(platform);
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const program = join(override || join(folder, 'dist'), name);
  return existsSync(program) ? program : '';
}

function programName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}
