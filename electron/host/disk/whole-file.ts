/** Small files that are read and replaced as a whole. */
import { dirname } from 'node:path';
import { isMissing, type Disk } from './disk.ts';

/** Written beside, flushed, renamed: a power cut leaves the old contents or the new, never half of either. */
export async function writeWhole(disk: Disk, path: string, content: Uint8Array | string): Promise<void> {
  const beside = `${path}.new`;
  await disk.remove(beside);
  const file = await disk.open(beside, 'write');
  try {
    await file.write(0, typeof content === 'string' ? Buffer.from(content) : content);
    await file.flush();
  } finally {
    await file.close();
  }
  await disk.rename(beside, path);
  await disk.flushFolder(dirname(path));
}

/** null when there is no such file. */
export async function readWhole(disk: Disk, path: string): Promise<Buffer | null> {
  let file;
  try {
    file = await disk.open(path, 'read');
  } catch (problem) {
    if (isMissing(problem)) return null;
    throw problem;
  }
  try {
    return await file.read(0, await file.size());
  } finally {
    await file.close();
  }
}
