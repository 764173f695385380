/** The embedded server of a data folder: its administrator, and whether a process serves it now. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ask } from '#shared/exchange/transport.ts';
import { connectAdmin, type AdminAddress } from './couch-admin/connect-admin.ts';
import { startEmbeddedServer } from './embedded-server/start-embedded-server.ts';

const adminSchema = z.object({ name: z.string(), password: z.string() });
const runningSchema = z.object({ url: z.string() });

export interface LocalCentre {
  admin: AdminAddress;
  close(): Promise<void>;
}

/** null: nobody serves this folder. */
export async function runningCentre(folder: string): Promise<AdminAddress | null> {
  const running = await readJson(join(folder, 'running.json'), runningSchema);
  const admin = await readJson(join(folder, 'admin.json'), adminSchema);
  if (!running || !admin) return null;
  const address = { url: running.url, ...admin };
  try {
    // Another server may have taken the port since; only the folder's own accepts this password.
    await ask(connectAdmin(address), { method: 'GET', path: '/_all_dbs', timeout: 5_000 });
    return address;
  } catch {
    return null;
  }
}

export async function openLocalCentre(folder: string, port: number, host: string): Promise<LocalCentre> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const admin = (await readJson(join(folder, 'admin.json'), adminSchema)) ?? (await newAdmin(folder));
  const server = await startEmbeddedServer({ folder, port, host, admin });
  const running = join(folder, 'running.json');
  await writeFile(running, JSON.stringify({ url: server.url }), { mode: 0o600 });
  return {
    admin: { url: server.url, ...admin },
    close: async () => {
      await rm(running, { force: true });
      await server.close();
    },
  };
}

async function newAdmin(folder: string): Promise<z.infer<typeof adminSchema>> {
  const admin = { name: 'admin', password: randomBytes(24).toString('base64url') };
  await writeFile(join(folder, 'admin.json'), JSON.stringify(admin), { mode: 0o600 });
  return admin;
}

async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
