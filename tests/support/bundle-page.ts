import { build } from 'vite';

/** Builds `index.html` of a folder as the page itself is built: workers and all. */
export async function bundlePage(root: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'chrome120', minify: false, sourcemap: true },
  });
}
