/**
 * Updates, on the office's terms: downloaded quietly, installed only when somebody says so, and only after a snapshot of the book
 * has been written. Never on quit (a shutdown during an install left half-removed programs) and never to an older version
 * (an older Chromium deletes the book's database).
 */

/** The part of electron-updater's `autoUpdater` used here. */
export interface Updater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  allowPrerelease: boolean;
  on(event: 'update-downloaded', listener: (update: { version: string }) => void): unknown;
  on(event: 'error', listener: (problem: Error) => void): unknown;
  checkForUpdates(): Promise<unknown>;
  quitAndInstall(isSilent: boolean, isForceRunAfter: boolean): void;
}

export interface UpdateOptions {
  updater: Updater;
  /** Writes and verifies a snapshot; rejects when it cannot. */
  snapshot(): Promise<unknown>;
  /** Asks whether to install now; false means later, and the question comes back at the next start. */
  confirm(version: string): Promise<boolean>;
  /** Tells the user that the update waits because the snapshot failed. */
  onSnapshotFailed(problem: unknown): Promise<void>;
  /** Closes the host (journal, queue) before the installer replaces files. */
  closeHost(): Promise<void>;
  log(message: string): void;
}

export interface Updates {
  /** Looks once. Offline is normal and only logged. */
  check(): Promise<void>;
}

export function createUpdates(options: UpdateOptions): Updates {
  const { updater, snapshot, confirm, onSnapshotFailed, closeHost, log } = options;
  let asking = false;
  updater.autoDownload = true;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;

  async function offer(version: string): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      if (!(await confirm(version))) return;
      try {
        await snapshot();
      } catch (problem) {
        log(`update ${version} waits: ${String(problem)}`);
        await onSnapshotFailed(problem);
        return;
      }
      await closeHost();
      updater.quitAndInstall(false, true);
    } finally {
      asking = false;
    }
  }

  updater.on('update-downloaded', ({ version }) => {
    offer(version).catch((problem: unknown) => log(`update ${version} failed: ${String(problem)}`));
  });
  updater.on('error', (problem) => log(`update: ${problem.message}`));

  return {
    async check() {
      try {
        await updater.checkForUpdates();
      } catch (problem) {
        log(`update check: ${String(problem)}`);
      }
    },
  };
}
