import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** CommonJS packages inside an ES module still ask for Node's own modules by `require`. */
const asked = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** One ES module from TypeScript sources, for a page or for Node. Entries are relative to the repository. */
export async function bundle(entries: Record<string, string>, folder: string, platform: 'browser' | 'node'): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform,
    target: platform === 'browser' ? 'chrome120' : 'node20',
    outExtension: platform === 'node' ? { '.js': '.mjs' } : {},
    sourcemap: 'inline',
    logLevel: 'error',
    define: platform === 'browser' ? { 'process.env.NODE_ENV': '"production"' } : {},
    ...(platform === 'node' ? { external: ['esbuild'], banner: { js: asked } } : {}),
  });
}
