/** Makes `out/`: the page, the two shells and the paper worker. Nothing here needs the Electron binary. */
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { measureSources } from './measure-sources.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const stampFile = join(root, 'out', 'built.json');

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
};

/** Bundled CommonJS packages ask for Node's own modules with `require`, which an ES module has not. */
const requireBanner = "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);";

export async function buildAll(): Promise<void> {
  // Measured first: what changes while we build is newer than the stamp.
  const sources = measureSources(root);
  await rm(stampFile, { force: true });
  await buildPage();
  await buildHost(join(root, 'out'));
  await writeFile(stampFile, JSON.stringify(sources));
}

/** Both shells and the paper worker, in about a second. @param out absolute */
export async function buildHost(out: string): Promise<void> {
  const bundle = (entry: string, outfile: string, options: BuildOptions): Promise<unknown> =>
    build({ ...common, entryPoints: [entry], outfile: join(out, outfile), ...options });
  // Asked for only where CommonJS has no better: see locate-paper-worker.
  const commonJs: BuildOptions = { format: 'cjs', external: ['electron'], logOverride: { 'empty-import-meta': 'silent' } };
  await Promise.all([
    bundle('electron/desktop/main.ts', 'desktop/main.cjs', commonJs),
    bundle('electron/desktop/preload.ts', 'desktop/preload.cjs', commonJs),
    bundle('electron/loopback/main.ts', 'loopback/main.mjs', { format: 'esm', banner: { js: requireBanner } }),
    bundle('electron/host/papers/paper-worker.ts', 'desktop/paper-worker.cjs', commonJs),
    bundle('electron/host/papers/paper-worker.ts', 'loopback/paper-worker.cjs', commonJs),
  ]);
}

async function buildPage(): Promise<void> {
  if (!existsSync(join(root, 'renderer', 'index.html'))) return;
  const { build: buildWithVite } = await import('vite');
  await buildWithVite({ configFile: join(root, 'build', 'vite.config.ts'), logLevel: 'warn' });
}
