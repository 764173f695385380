/**
 * The desk's key (snapshots and protected fields are encrypted with it), sealed by the system's keychain: DPAPI, Keychain, libsecret.
 * Where the system has none worth the name, the caller falls back to the host's own key file.
 */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SafeStorage } from 'electron';
import { HostFailure } from '#shared/host/contract.ts';

const KEY_BYTES = 32;

export type Keychain = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'> & {
  /** Linux only; `basic_text` is a fixed password in the program, no secret at all. */
  getSelectedStorageBackend?: SafeStorage['getSelectedStorageBackend'];
};

export async function hasKeychain(keychain: Keychain, platform: NodeJS.Platform): Promise<boolean> {
  if (platform === 'linux' && keychain.getSelectedStorageBackend?.() === 'basic_text') return false;
  return keychain.isAsyncEncryptionAvailable();
}

/**
 * The 32-byte key, made at the first call. Rejects with HostFailure 'damaged' when the sealed file cannot be opened (copied from another
 * computer or account): it is left untouched, since a new key would make every snapshot unreadable for good.
 */
export async function readSealedKey(keychain: Keychain, file: string): Promise<Uint8Array> {
  const sealed = await readIfPresent(file);
  if (sealed === null) return makeKey(keychain, file);
  let opened;
  try {
    opened = await keychain.decryptStringAsync(sealed);
  } catch (problem) {
    throw new HostFailure('damaged', `the desk's key cannot be opened here: ${String(problem)}`);
  }
  const key = new Uint8Array(Buffer.from(opened.result, 'base64'));
  if (key.length !== KEY_BYTES) throw new HostFailure('damaged', "the desk's key has the wrong length");
  if (opened.shouldReEncrypt) await writeDurably(file, await keychain.encryptStringAsync(opened.result));
  return key;
}

async function makeKey(keychain: Keychain, file: string): Promise<Uint8Array> {
  const key = randomBytes(KEY_BYTES);
  await writeDurably(file, await keychain.encryptStringAsync(key.toString('base64')));
  return new Uint8Array(key);
}

async function readIfPresent(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw problem;
  }
}

/** Written beside, flushed, renamed: a power cut leaves the old key or the new one, never half of either. */
async function writeDurably(file: string, content: Buffer): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  if (process.platform === 'win32') return;
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
