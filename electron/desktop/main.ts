/** The desktop's entry: puts Electron's objects and our parts together. Decisions live in the files it imports. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  type BrowserWindowConstructorOptions,
  type MessageBoxOptions,
} from 'electron';
import type { HostEventData } from '#shared/host/contract.ts';
import { systemBackends } from '../host/printing/system-backends.ts';
import { askBeforeQuit } from './ask-before-quit.ts';
import { refusedSwitches } from './command-line.ts';
import { openDeskWindow, raise } from './desk-window.ts';
import { sendEvent, serveCalls } from './ipc.ts';
import { lockContents, lockSession, pagePolicy } from './lockdown.ts';
import { menuTemplate } from './menu.ts';
import { openHost, type DeskHost } from './open-host.ts';
import { customScheme, SCHEME } from './origin.ts';
import { createChromiumBackend, createShellViewer, withFallback } from './print-backend.ts';
import { hasPrintProgram } from './print-program.ts';
import { openPrintWindow } from './print-window.ts';
import { answerPageRequest } from './protocol.ts';
import { recoveryPage } from './recovery.ts';
import { hasKeychain, readSealedKey } from './secrets.ts';
import { mayLoadForPrint } from './security.ts';
import { desktopLanguage, desktopTexts, fill, type DesktopLanguage } from './texts.ts';
import { createUpdates } from './updates.ts';
import { watchPage } from './watch-page.ts';

/** Names Chromium's data folder, and with it the book: never changes, whatever the product is called. */
const PROGRAM_FOLDER = 'Branch Desk';
/** The installers' appId, by which Windows groups windows and notices. */
const APP_ID = 'cn.branchdesk.desktop';
const FIRST_UPDATE_CHECK = 60_000;
const UPDATE_INTERVAL = 4 * 3_600_000;

let language: DesktopLanguage = 'zh-CN';
let host: DeskHost | null = null;
let window: BrowserWindow | null = null;
let goneReason = '';

const create = (options: BrowserWindowConstructorOptions): BrowserWindow => new BrowserWindow(options);
const noteRefusal = (what: string): void => host?.log('warn', `refused: ${what}`);

const switches = refusedSwitches(process.argv, app.isPackaged);
const programFolder = process.env['BRANCH_DESK_DATA'] ?? join(app.getPath('appData'), PROGRAM_FOLDER);
const dataFolder = join(programFolder, 'data');
app.setPath('userData', programFolder);
app.setAppUserModelId(APP_ID);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([customScheme]);

if (switches.length > 0) {
  const { refused } = desktopTexts(desktopLanguage('', app.getLocale()));
  dialog.showErrorBox(refused.title, fill(refused.switches, { switches: switches.join(' ') }));
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window) raise(window);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', closeHostFirst);
  app.whenReady().then(openDesk).catch(giveUp);
} else {
  app.quit();
}

async function openDesk(): Promise<void> {
  language = desktopLanguage('', app.getLocale());
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const printing = session.fromPartition('printing');
  lockSession(session.defaultSession, app.isPackaged, noteRefusal);
  const mayPrint = (address: string): boolean => mayLoadForPrint(address, dataFolder);
  lockSession(printing, app.isPackaged, noteRefusal, mayPrint);
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents, noteRefusal, contents.session === printing ? { top: mayPrint, inner: mayPrint } : pagePolicy);
  });

  const system = systemBackends(process.resourcesPath);
  const chromium = createChromiumBackend(() => openPrintWindow(create, printing));
  const opened = await openHost({
    dataFolder,
    version: app.getVersion(),
    sealedKey: (await hasKeychain(safeStorage, process.platform)) ? () => readSealedKey(safeStorage, join(dataFolder, 'key.sealed')) : null,
    printBackends: {
      printer: withFallback(system.printer, chromium, hasPrintProgram(process.resourcesPath, process.platform)),
      viewer: createShellViewer(shell.openPath),
    },
  });
  host = opened;
  language = desktopLanguage(await opened.language(), app.getLocale());

  protocol.handle(SCHEME, (request) =>
    answerPageRequest(request, {
      folder: join(__dirname, '..', 'renderer'),
      recoveryPage: () => recoveryPage(desktopTexts(language).recovery, language, goneReason),
    }),
  );
  serveCalls({
    ipcMain,
    answer: opened.answer,
    page: () => window?.webContents ?? null,
    onRefused: (name, address) => noteRefusal(`${name} from ${address.slice(0, 80)}`),
  });
  opened.onEvent((name, data) => sendEvent(window?.webContents ?? null, name, data));
  setMenu();
  window = openWindow(opened);
  await lookForUpdates(opened);
}

function openWindow(opened: DeskHost): BrowserWindow {
  const icon = [join(process.resourcesPath, 'icon.png'), join(app.getAppPath(), 'build/icons/png/256x256.png')].find((file) =>
    existsSync(file),
  );
  const desk = openDeskWindow({
    create,
    screen,
    preload: join(__dirname, 'preload.cjs'),
    stateFile: join(dataFolder, 'window.json'),
    icon: process.platform === 'linux' ? icon : undefined,
    title: language === 'en' ? 'Branch Desk' : '营业台',
  });
  desk.on('closed', () => (window = null));
  // Windows is shutting down and does not wait for will-quit.
  desk.on('session-end', () => void opened.close());
  const ask = async (question: MessageBoxOptions): Promise<number> => (await dialog.showMessageBox(desk, question)).response;
  const exchanged = askBeforeQuit({ window: desk, texts: () => desktopTexts(language).unsent, ask });
  opened.onEvent((name, data) => {
    if (name === 'centre.changed') exchanged(data as HostEventData<'centre.changed'>);
  });
  watchPage({
    window: desk,
    texts: () => desktopTexts(language).hang,
    ask,
    onGone: ({ reason, exitCode }) => {
      goneReason = `${reason} (${exitCode})`;
      opened.log('error', `the page is gone: ${goneReason}`);
    },
  });
  return desk;
}

function setMenu(): void {
  const texts = desktopTexts(language);
  const template = menuTemplate({
    texts: texts.menu,
    platform: process.platform,
    isPackaged: app.isPackaged,
    showDataFolder: () => void shell.openPath(dataFolder),
    showAbout: () =>
      void dialog.showMessageBox({
        type: 'info',
        message: texts.menu.about,
        detail: fill(texts.about.version, { version: app.getVersion() }),
      }),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Only in an installed desk whose office runs an update server: see electron-builder.yml. */
async function lookForUpdates(opened: DeskHost): Promise<void> {
  if (!app.isPackaged || !existsSync(join(process.resourcesPath, 'app-update.yml'))) return;
  const { autoUpdater } = await import('electron-updater');
  const texts = desktopTexts(language).update;
  const updates = createUpdates({
    updater: autoUpdater,
    snapshot: opened.snapshot,
    confirm: async (version) => {
      const message = fill(texts.message, { version });
      const buttons = [texts.install, texts.later];
      const { response } = await dialog.showMessageBox({
        title: texts.title,
        message,
        detail: texts.detail,
        buttons,
        defaultId: 1,
        cancelId: 1,
      });
      return response === 0;
    },
    onSnapshotFailed: async () => {
      await dialog.showMessageBox({ type: 'error', message: texts.snapshotFailed, detail: texts.snapshotFailedDetail });
    },
    closeHost: opened.close,
    log: (message) => opened.log('info', message),
  });
  setTimeout(() => void updates.check(), FIRST_UPDATE_CHECK);
  setInterval(() => void updates.check(), UPDATE_INTERVAL);
}

/** All windows are closed by now; the journal is flushed before the process ends. */
function closeHostFirst(event: { preventDefault(): void }): void {
  if (host === null) return;
  event.preventDefault();
  const closing = host;
  host = null;
  void closing.close().finally(() => app.quit());
}

function giveUp(problem: unknown): void {
  console.error(problem);
  const { refused } = desktopTexts(language);
  dialog.showErrorBox(refused.title, `${refused.failed}\n\n${dataFolder}\n${problem instanceof Error ? problem.message : String(problem)}`);
  app.exit(1);
}
