/** The desk's password at the centre, sealed with the computer's key. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DeskKeys } from '../desk/desk-keys.ts';
import type { Disk } from '../disk/disk.ts';
import { jsonFile } from '../disk/json-file.ts';
import { keyName } from '../snapshots/snapshot-format.ts';

const secretsSchema = z.strictObject({
  /** What the desk signs on with; '' when there is none. */
  password: z.string(),
  /** A join under way: `<address> <code>` and the password it gives the desk. Durable before the centre hears of it. */
  joining: z.string(),
  next: z.string(),
});
export type Secrets = z.infer<typeof secretsSchema>;

export interface SecretStore {
  /** Empty ones when there are none, or none this computer can open. */
  read(): Promise<Secrets>;
  write(secrets: Secrets): Promise<void>;
}

const none: Secrets = { password: '', joining: '', next: '' };

const sealedSchema = z.strictObject({ key: z.string(), iv: z.string(), sealed: z.string(), tag: z.string() });

export function createSecretStore(disk: Disk, path: string, keys: () => Promise<DeskKeys>): SecretStore {
  const file = jsonFile(disk, path, sealedSchema);
  return {
    read: async () => {
      const found = await file.read();
      if (typeof found === 'string') return none;
      const key = (await keys()).all.get(found.key);
      if (!key) return none;
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(found.iv, 'base64'), { authTagLength: 16 });
      decipher.setAuthTag(Buffer.from(found.tag, 'base64'));
      try {
        const text = Buffer.concat([decipher.update(Buffer.from(found.sealed, 'base64')), decipher.final()]).toString('utf8');
        return secretsSchema.parse(JSON.parse(text));
      } catch {
        return none;
      }
    },
    write: async (secrets) => {
      const key = await (await keys()).current();
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
      await file.write({
        key: keyName(key),
        iv: iv.toString('base64'),
        sealed: sealed.toString('base64'),
        tag: cipher.getAuthTag().toString('base64'),
      });
    },
  };
}
