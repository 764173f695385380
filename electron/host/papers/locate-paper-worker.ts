/** Finds the worker's file and the fonts, packed or from source. */
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUNDLE = 'paper-worker.cjs';

/** This file's folder: `electron/host/papers` from source, the shell's folder when bundled to CommonJS (where import.meta.url is empty). */
function here(): string {
  return typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
}

/** The nearest folder above `start` that has `name` in it; '' when there is none. */
function above(start: string, name: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    if (folder === dirname(folder)) return '';
  }
}

/** The bundle beside the shell, or a fresh one made from source into node_modules/.cache. */
export async function locatePaperWorker(): Promise<string> {
  const folder = here();
  const packed = join(folder, BUNDLE);
  if (existsSync(packed)) return packed;
  const source = join(folder, 'paper-worker.ts');
  if (!existsSync(source)) throw new Error(`${BUNDLE} is missing beside ${folder}`);
  return bundleFromSource(source, above(folder, 'node_modules'));
}

async function bundleFromSource(source: string, root: string): Promise<string> {
  const folder = join(root, 'node_modules', '.cache', 'paper-worker');
  await mkdir(folder, { recursive: true });
  // Several processes may bundle at once: each writes its own file and renames it into place.
  const own = join(folder, `${process.pid}.cjs`);
  const outfile = join(folder, BUNDLE);
  // Named by a variable, so that bundling the shell does not pull the bundler in.
  const bundler: string = 'esbuild';
  const { build } = (await import(bundler)) as typeof import('esbuild');
  await build({ entryPoints: [source], outfile: own, bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' });
  await rename(own, outfile);
  return outfile;
}

/** `resources/fonts` of the packed app, or the font packages in development. */
export function locateFonts(): string {
  const resources = (process as { resourcesPath?: string }).resourcesPath ?? '';
  for (const folder of [join(resources, 'fonts'), join(here(), 'fonts'), join(here(), '..', 'fonts')]) {
    if (existsSync(join(folder, 'NotoSansSC_400Regular.ttf'))) return folder;
  }
  const root = above(here(), join('node_modules', '@expo-google-fonts'));
  if (root === '') throw new Error('no fonts found for papers');
  return join(root, 'node_modules', '@expo-google-fonts');
}
