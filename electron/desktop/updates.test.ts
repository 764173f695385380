import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { createUpdates, type UpdateOptions } from './updates.ts';

class FakeUpdater extends EventEmitter {
  autoDownload = false;
  autoInstallOnAppQuit = true;
  allowDowngrade = true;
  allowPrerelease = true;
  checkForUpdates = vi.fn(() => Promise.resolve(null));
  quitAndInstall = vi.fn();
}

function anUpdate(changes: Partial<UpdateOptions> = {}) {
  const updater = new FakeUpdater();
  const order: string[] = [];
  const log = vi.fn();
  const options: UpdateOptions = {
    updater,
    snapshot: () => Promise.resolve(void order.push('snapshot')),
    confirm: () => Promise.resolve(true),
    onSnapshotFailed: () => Promise.resolve(void order.push('told')),
    closeHost: () => Promise.resolve(void order.push('close')),
    log,
    ...changes,
  };
  updater.quitAndInstall.mockImplementation(() => order.push('install'));
  return { updater, order, log, updates: createUpdates(options) };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('never installs on quit, never goes back to an older version', () => {
  const { updater } = anUpdate();
  expect(updater).toMatchObject({ autoDownload: true, autoInstallOnAppQuit: false, allowDowngrade: false, allowPrerelease: false });
});

test('writes a snapshot, closes the journal, then installs', async () => {
  const { updater, order } = anUpdate();
  updater.emit('update-downloaded', { version: '1.2.0' });
  await settled();
  expect(order).toEqual(['snapshot', 'close', 'install']);
  expect(updater.quitAndInstall).toHaveBeenCalledWith(false, true);
});

test('does not install when the snapshot fails, and says so', async () => {
  const { updater, order } = anUpdate({ snapshot: () => Promise.reject(new Error('disk full')) });
  updater.emit('update-downloaded', { version: '1.2.0' });
  await settled();
  expect(order).toEqual(['told']);
});

test('“later” changes nothing, and a second notice does not ask twice at once', async () => {
  let answer: (isYes: boolean) => void = () => undefined;
  const confirm = vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve)));
  const { updater, order } = anUpdate({ confirm });
  updater.emit('update-downloaded', { version: '1.2.0' });
  updater.emit('update-downloaded', { version: '1.2.0' });
  expect(confirm).toHaveBeenCalledOnce();
  answer(false);
  await settled();
  expect(order).toEqual([]);
});

test('being offline is noted and harmless', async () => {
  const { updater, updates, log } = anUpdate();
  updater.checkForUpdates.mockRejectedValueOnce(new Error('ENOTFOUND'));
  await updates.check();
  updater.emit('error', new Error('ETIMEDOUT'));
  expect(log.mock.calls.flat()).toEqual(['update check: Error: ENOTFOUND', 'update: ETIMEDOUT']);
});
