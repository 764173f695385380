/** The main file as it ships, bundled and run with Electron's modules faked: the order of a start, without the binary. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DeskHost } from './open-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'branch-desk-main-'));
const realRequire = createRequire(import.meta.url);
let code = '';

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['electron', 'electron-updater', 'open'],
    logLevel: 'error',
    plugins: [
      {
        name: 'fake-host',
        setup: ({ onResolve }) => onResolve({ filter: /\/open-host\.ts$/ }, () => ({ path: 'fake-host', external: true })),
      },
    ],
  });
  code = outputFiles[0]?.text ?? '';
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

class FakeContents extends EventEmitter {
  id = 7;
  session: unknown;
  send = vi.fn();
  isDestroyed = (): boolean => false;
  setWindowOpenHandler = vi.fn();

  constructor(session: unknown) {
    super();
    this.session = session;
  }
}

interface Start {
  argv?: string[];
  isPackaged?: boolean;
  isFirst?: boolean;
  host?: () => Promise<Partial<DeskHost>>;
}

/** Runs the bundle and waits until the start has come to rest. */
async function start({ argv = [], isPackaged = true, isFirst = true, host = () => Promise.resolve({}) }: Start = {}) {
  const steps: string[] = [];
  const windows: FakeWindow[] = [];
  const handled = new Map<string, (event: unknown, input: unknown) => Promise<unknown>>();
  const app = Object.assign(new EventEmitter(), {
    isPackaged,
    getPath: () => folder,
    setPath: vi.fn(),
    getVersion: () => '1.0.0',
    getLocale: () => 'zh-CN',
    getAppPath: () => folder,
    setAppUserModelId: vi.fn(),
    enableSandbox: () => steps.push('sandbox'),
    requestSingleInstanceLock: () => isFirst,
    whenReady: () => Promise.resolve(void steps.push('ready')),
    quit: () => steps.push('quit'),
    exit: (status: number) => steps.push(`exit ${status}`),
  });
  const aSession = () => {
    const locks = [
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
      'setDisplayMediaRequestHandler',
    ];
    const methods = Object.fromEntries([...locks, 'setSpellCheckerEnabled', 'on'].map((name) => [name, vi.fn()]));
    return { ...methods, webRequest: { onBeforeRequest: vi.fn(() => steps.push('locked')) } };
  };
  const defaultSession = aSession();
  class FakeWindow extends EventEmitter {
    webContents = new FakeContents(defaultSession);
    loadURL = vi.fn((address: string) => Promise.resolve(void steps.push(`load ${address}`)));
    show = vi.fn();
    focus = vi.fn();
    maximize = vi.fn();
    isMinimized = (): boolean => false;
    isMaximized = (): boolean => false;
    getNormalBounds = () => ({ x: 0, y: 0, width: 1200, height: 800 });

    constructor() {
      super();
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
  }
  const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
  const showErrorBox = vi.fn();
  const electron = {
    app,
    BrowserWindow: FakeWindow,
    dialog: { showErrorBox, showMessageBox: vi.fn() },
    ipcMain: { handle: (channel: string, handler: (event: unknown, input: unknown) => Promise<unknown>) => handled.set(channel, handler) },
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: vi.fn() },
    protocol: {
      registerSchemesAsPrivileged: () => steps.push('scheme'),
      handle: (scheme: string) => steps.push(`serve ${scheme}`),
    },
    safeStorage: { isAsyncEncryptionAvailable: () => Promise.resolve(true), getSelectedStorageBackend: () => 'gnome_libsecret' },
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    session: { defaultSession, fromPartition: aSession },
    shell: { openPath: () => Promise.resolve('') },
  };
  const deskHost = {
    answer: vi.fn(() => Promise.resolve({ ok: true, value: null })),
    onEvent: vi.fn(),
    language: () => Promise.resolve(''),
    snapshot: vi.fn(),
    log: vi.fn(),
    close: vi.fn(() => Promise.resolve(void steps.push('host closed'))),
    ...(await host().catch(() => ({}))),
  };
  const openHost = async (): Promise<unknown> => {
    await host();
    steps.push('host');
    return deskHost;
  };
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    return name === 'fake-host' ? { openHost } : realRequire(name);
  };
  const fakeProcess = Object.assign(Object.create(process), { argv: ['desk', ...argv], resourcesPath: folder, env: {} });
  new Function('require', 'module', 'exports', '__dirname', 'process', code)(
    require,
    { exports: {} },
    {},
    join(folder, 'desktop'),
    fakeProcess,
  );
  await vi.waitFor(() => expect(steps.some((step) => /^(load|quit|exit)/.test(step))).toBe(true));
  return { steps, windows, handled, deskHost, app, showErrorBox };
}

test('a start locks the sessions before the host opens, and opens the window last', async () => {
  const { steps, windows, app } = await start();
  expect(steps).toEqual(['sandbox', 'scheme', 'ready', 'locked', 'locked', 'host', 'serve app', 'load app://branch-desk/index.html']);
  expect(app.setPath).toHaveBeenCalledWith('userData', join(folder, 'Branch Desk'));
  expect(windows).toHaveLength(1);
  expect(windows[0]?.webContents.setWindowOpenHandler).toHaveBeenCalledOnce();
});

test('a call of the window reaches the host, a call of another does not', async () => {
  const { handled, deskHost, windows } = await start();
  const frame = { url: 'app://branch-desk/index.html', parent: null };
  const call = handled.get('branch-desk:call:disk.free');
  await call?.({ sender: windows[0]?.webContents, senderFrame: frame }, null);
  expect(deskHost.answer).toHaveBeenCalledWith('disk.free', null);
  expect(await call?.({ sender: { id: 99 }, senderFrame: frame }, null)).toMatchObject({ ok: false });
  expect(deskHost.answer).toHaveBeenCalledOnce();
});

test('with a debugging switch the packaged desk says why and ends before anything opens', async () => {
  const { steps, showErrorBox } = await start({ argv: ['--remote-debugging-port=9222'] });
  expect(steps).toEqual(['sandbox', 'scheme', 'exit 1']);
  expect(showErrorBox.mock.calls[0]?.[1]).toContain('--remote-debugging-port');
});

test('a second start only brings the first window to the front', async () => {
  expect((await start({ isFirst: false })).steps).toEqual(['sandbox', 'scheme', 'quit']);
  const { app, windows } = await start();
  app.emit('second-instance');
  expect(windows[0]?.focus).toHaveBeenCalledOnce();
});

test('a host that cannot open is told to the user, with the folder and the reason', async () => {
  vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
  const { steps, showErrorBox } = await start({ host: () => Promise.reject(new Error('EACCES: permission denied')) });
  expect(steps.at(-1)).toBe('exit 1');
  expect(showErrorBox.mock.calls[0]?.[1]).toContain('EACCES');
});

test('quitting waits for the journal, once', async () => {
  const { app, deskHost, steps } = await start();
  const event = { preventDefault: vi.fn() };
  app.emit('will-quit', event);
  await vi.waitFor(() => expect(steps.at(-1)).toBe('quit'));
  expect(steps.slice(-2)).toEqual(['host closed', 'quit']);
  app.emit('will-quit', event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
  expect(deskHost.close).toHaveBeenCalledOnce();
});
