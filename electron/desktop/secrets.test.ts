import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { hasKeychain, readSealedKey, type Keychain } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'branch-desk-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A keychain of one computer: what `account` seals only `account` opens. */
function aKeychain(account: string, changes: Partial<Keychain> = {}): Keychain {
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: (text) => Promise.resolve(Buffer.from(`${account}:${text}`)),
    decryptStringAsync: (sealed) => {
      const text = sealed.toString();
      if (!text.startsWith(`${account}:`)) return Promise.reject(new Error('decryption failed'));
      return Promise.resolve({ result: text.slice(account.length + 1), shouldReEncrypt: false });
    },
    ...changes,
  };
}

test('the key is made once, 32 bytes, sealed, readable by its owner only, and the same ever after', async () => {
  const file = join(folder, 'first');
  const key = await readSealedKey(aKeychain('amy'), file);
  expect(key).toHaveLength(32);
  expect(await readSealedKey(aKeychain('amy'), file)).toEqual(key);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('a key sealed on another computer is refused and left as it is, so that the snapshots stay readable there', async () => {
  const file = join(folder, 'foreign');
  await readSealedKey(aKeychain('amy'), file);
  const before = readFileSync(file);
  await expect(readSealedKey(aKeychain('bob'), file)).rejects.toMatchObject({ code: 'damaged' });
  expect(readFileSync(file)).toEqual(before);
});

test('a key of the wrong length is refused', async () => {
  const file = join(folder, 'short');
  writeFileSync(file, 'amy:AAAA');
  await expect(readSealedKey(aKeychain('amy'), file)).rejects.toMatchObject({ code: 'damaged' });
});

test('is sealed again when the system changed its own key', async () => {
  const file = join(folder, 'rotated');
  const key = await readSealedKey(aKeychain('amy'), file);
  const text = Buffer.from(key).toString('base64');
  const encryptStringAsync = vi.fn(() => Promise.resolve(Buffer.from(`amy:${text}`)));
  const rotated = aKeychain('amy', {
    encryptStringAsync,
    decryptStringAsync: () => Promise.resolve({ result: text, shouldReEncrypt: true }),
  });
  expect(await readSealedKey(rotated, file)).toEqual(key);
  expect(encryptStringAsync).toHaveBeenCalledOnce();
});

test('a Linux desktop without a keychain counts as none', async () => {
  const bare = aKeychain('amy', { getSelectedStorageBackend: () => 'basic_text' });
  expect(await hasKeychain(bare, 'linux')).toBe(false);
  expect(await hasKeychain(aKeychain('amy', { getSelectedStorageBackend: () => 'gnome_libsecret' }), 'linux')).toBe(true);
  expect(await hasKeychain(aKeychain('amy'), 'win32')).toBe(true);
  expect(await hasKeychain(aKeychain('amy', { isAsyncEncryptionAvailable: () => Promise.resolve(false) }), 'darwin')).toBe(false);
});
