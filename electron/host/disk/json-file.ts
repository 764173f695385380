import type { z } from 'zod';
import { readWhole, writeWhole } from './whole-file.ts';
import type { Disk } from './disk.ts';

export interface JsonFile<T> {
  /** `missing` when there is no file; 'damaged' when it cannot be read as what it should be. */
  read(): Promise<T | 'missing' | 'damaged'>;
  /** Replaces it durably; writes happen in the order they were asked for. */
  write(value: T): Promise<void>;
}

/** One value in one file, parsed when it is read. */
export function jsonFile<T>(disk: Disk, path: string, schema: z.ZodType<T>): JsonFile<T> {
  let last = Promise.resolve();
  return {
    read: async () => {
      await last.catch(() => undefined);
      const content = await readWhole(disk, path);
      if (content === null) return 'missing';
      try {
        const parsed = schema.safeParse(JSON.parse(content.toString('utf8')));
        return parsed.success ? parsed.data : 'damaged';
      } catch {
        return 'damaged';
      }
    },
    write: (value) => {
      const text = JSON.stringify(value, null, 1);
      const replace = (): Promise<void> => writeWhole(disk, path, text);
      last = last.then(replace, replace);
      return last;
    },
  };
}
