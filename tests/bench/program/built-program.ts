/** The program as it is shipped, and the suite's own page beside it: both are served by the real host, from one origin. */
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root } from '#build/build-all.ts';
import { buildHostAside, type BuiltHost } from '../../support/host-process.ts';

export async function buildProgram(): Promise<BuiltHost> {
  const host = await buildHostAside();
  const page = join(host.folder, 'out', 'renderer');
  // Papers find their fonts there.
  await symlink(join(root, 'node_modules'), join(host.folder, 'node_modules'));
  await build({ configFile: join(root, 'build', 'vite.config.ts'), logLevel: 'error', build: { outDir: page } });
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../page', import.meta.url)),
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: join(page, 'bench'), emptyOutDir: true, target: 'chrome120', chunkSizeWarningLimit: 5_000 },
  });
  return host;
}
