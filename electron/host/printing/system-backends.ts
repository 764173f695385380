import { join } from 'node:path';
import { createLpBackend } from './lp-backend.ts';
import type { PrintBackend } from './print-backend.ts';
import { createSumatraBackend } from './sumatra-backend.ts';
import { createViewerBackend } from './viewer-backend.ts';

/** How this computer prints. `resources` is the folder that holds `sumatra/SumatraPDF.exe` on Windows. */
export function systemBackends(
  resources: string,
  platform: NodeJS.Platform = process.platform,
): { printer: PrintBackend; viewer: PrintBackend } {
  const printer = platform === 'win32' ? createSumatraBackend(join(resources, 'sumatra', 'SumatraPDF.exe')) : createLpBackend();
  return { printer, viewer: createViewerBackend() };
}
