import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Rolldown } from 'vite';

const renderer = fileURLToPath(new URL('../renderer', import.meta.url));

/** Names what a module of the page imports, itself and everything behind it that is not loaded when used. */
function behind(module: string, name: string): Rolldown.CodeSplittingNameFunction {
  let found: Set<string> | null = null;
  return (id, context) => {
    if (!found) {
      found = new Set([join(renderer, module)]);
      for (const each of found) for (const imported of context.getModuleInfo(each)?.importedIds ?? []) found.add(imported);
    }
    return found.has(id) ? name : null;
  };
}

/** The page. Served by the loopback shell and packed into the desktop; no development server is needed to run it. */
export default defineConfig({
  root: renderer,
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('../out/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome120',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A start had asked for 150 files, most of them of a kilobyte: what every start needs is one, what everybody who signs in needs another.
          groups: [
            { name: 'start', tags: ['$initial'] },
            { name: behind('app/Shell.tsx', 'shell'), debugName: 'shell' },
          ],
        },
      },
    },
  },
});
