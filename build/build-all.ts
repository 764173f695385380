/** Makes `out/`: the page, the two shells and the paper worker. Nothing here needs the Electron binary. */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
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

/** @param parts 'host': all but the page, in well under a second */
export async function buildAll(parts: 'all' | 'host' = 'all'): Promise<void> {
  // Measured first: what changes while we build is newer than the stamp.
  const sources = measureSources(root);
  if (parts === 'all') {
    await rm(stampFile, { force: true });
    await buildPage();
  }
  await Promise.all([
    build({ ...common, entryPoints: ['electron/desktop/main.ts'], outfile: 'out/desktop/main.cjs', format: 'cjs', external: ['electron'] }),
    build({
      ...common,
      entryPoints: ['electron/desktop/preload.ts'],
      outfile: 'out/desktop/preload.cjs',
      format: 'cjs',
      external: ['electron'],
    }),
    build({
      ...common,
      entryPoints: ['electron/loopback/main.ts'],
      outfile: 'out/loopback/main.mjs',
      format: 'esm',
      banner: { js: requireBanner },
    }),
    ...['desktop', 'loopback'].map((shell) =>
      build({ ...common, entryPoints: ['electron/host/papers/paper-worker.ts'], outfile: `out/${shell}/paper-worker.cjs`, format: 'cjs' }),
    ),
  ]);
  if (parts === 'host') return;
  await mkdir(join(root, 'out'), { recursive: true });
  await writeFile(stampFile, JSON.stringify(sources));
}

async function buildPage(): Promise<void> {
  if (!existsSync(join(root, 'renderer', 'index.html'))) return;
  const { build: buildWithVite } = await import('vite');
  await buildWithVite({ configFile: join(root, 'build', 'vite.config.ts'), logLevel: 'warn' });
}
