import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceMeasure {
  /** Milliseconds since 1970 of the last change. */
  newest: number;
  /** A file that was taken away changes this. */
  files: number;
}

const folders = ['shared', 'renderer', 'electron', 'build'];
const single = ['package.json', 'package-lock.json'];

/** What `out/` is made from, in two numbers: enough to tell that something changed since. */
export function measureSources(root: string): SourceMeasure {
  const measure = { newest: 0, files: 0 };
  const count = (path: string): void => {
    measure.newest = Math.max(measure.newest, statSync(path).mtimeMs);
    measure.files += 1;
  };
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !entry.name.includes('.test.')) count(join(entry.parentPath, entry.name));
    }
  }
  for (const file of single) count(join(root, file));
  return measure;
}
