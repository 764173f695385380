import { describe, expect, test } from 'vitest';
import { refusedSwitches } from './command-line.ts';
import { mayDownload, mayLoadForPrint, mayNavigate, mayNavigateFrame, mayRequest, mayUse, webPreferences } from './security.ts';

const PAGE = 'app://branch-desk/index.html';
const VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html';

test('the page runs sandboxed, isolated and without Node', () => {
  expect(webPreferences('/out/preload.cjs')).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    spellcheck: false,
  });
});

describe('permissions', () => {
  test('the page may copy and keep its storage', () => {
    expect(mayUse('clipboard-sanitized-write', PAGE)).toBe(true);
    expect(mayUse('persistent-storage', PAGE)).toBe(true);
  });

  test.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'hid',
    'serial',
    'usb',
    'fileSystem',
    'midi',
    'unknown',
    '',
  ])('%j is refused', (permission) => expect(mayUse(permission, PAGE)).toBe(false));

  test('a stranger may not even copy', () => {
    for (const stranger of ['', 'https://evil.example/', 'app://evil/', 'null']) {
      expect(mayUse('clipboard-sanitized-write', stranger)).toBe(false);
    }
  });
});

describe('navigation', () => {
  test.each([PAGE, `${PAGE}#/orders/new`, 'app://branch-desk/', 'app://branch-desk/recovery'])('the window may show %s', (address) =>
    expect(mayNavigate(address)).toBe(true),
  );

  test.each([
    'https://example.com/',
    'http://127.0.0.1:41777/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'blob:app://branch-desk/1b4e28ba',
    'app://branch-desk/assets/logo.svg',
    'app://evil/index.html',
    'about:blank',
    VIEWER,
    '',
  ])('the window may not show %j', (address) => expect(mayNavigate(address)).toBe(false));

  test('a frame shows a paper the page made, and nothing from elsewhere', () => {
    expect(mayNavigateFrame('blob:app://branch-desk/1b4e28ba')).toBe(true);
    expect(mayNavigateFrame(VIEWER)).toBe(true);
    for (const address of [
      'https://example.com/',
      'blob:https://example.com/1',
      'blob:app://evil/1',
      'data:text/html,x',
      PAGE,
      'file:///a.pdf',
    ]) {
      expect(mayNavigateFrame(address)).toBe(false);
    }
  });
});

describe('requests', () => {
  test.each([
    PAGE,
    'app://branch-desk/assets/a.js',
    'blob:app://branch-desk/1',
    'data:image/png;base64,AA',
    VIEWER,
    'chrome://resources/js/a.js',
  ])('%s passes', (address) => expect(mayRequest(address, true)).toBe(true));

  test.each([
    'https://example.com/',
    'http://127.0.0.1:5984/',
    'ws://127.0.0.1:41777/',
    'file:///etc/passwd',
    'ftp://example.com/',
    'app://evil/',
    'blob:https://example.com/1',
    'chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/a.js',
    'chrome://settings/',
    'devtools://devtools/bundled/a.js',
    'nonsense',
  ])('%s is cut off in a packaged desk', (address) => expect(mayRequest(address, true)).toBe(false));

  test('developer tools load only where the desk is developed', () => {
    expect(mayRequest('devtools://devtools/bundled/a.js', false)).toBe(true);
  });

  test('a download is something the page made', () => {
    expect(mayDownload('blob:app://branch-desk/1')).toBe(true);
    expect(mayDownload('https://example.com/a.exe')).toBe(false);
    expect(mayDownload('app://branch-desk/assets/a.js')).toBe(false);
  });
});

describe('the printing window', () => {
  test('loads the spool’s papers and the viewer', () => {
    expect(mayLoadForPrint('file:///data/desk/spool/01J.pdf', '/data')).toBe(true);
    expect(mayLoadForPrint(VIEWER, '/data')).toBe(true);
  });

  test.each([
    'file:///etc/passwd',
    'file:///data/../etc/a.pdf',
    'file:///data2/a.pdf',
    'file:///data/desk/journal/1.log',
    'file:///data/%2e%2e/a.pdf',
    'file:///data/a%2fb.pdf',
    'file://server/share/a.pdf',
    'https://example.com/a.pdf',
    PAGE,
    '',
  ])('does not load %j', (address) => expect(mayLoadForPrint(address, '/data')).toBe(false));
});

describe('the command line', () => {
  test.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-port',
    '--REMOTE-DEBUGGING-PIPE',
    '-remote-debugging-port=0',
    '/remote-debugging-port=0',
    '--inspect',
    '--inspect=0.0.0.0:9229',
    '--inspect-brk',
    '--disable-web-security',
    '--load-extension=/tmp/x',
    '--user-data-dir=/tmp/x',
    '--ignore-certificate-errors',
  ])('a packaged desk does not start with %s', (argument) => {
    expect(refusedSwitches(['desk', argument], true)).toHaveLength(1);
    expect(refusedSwitches(['electron', '.', argument], false)).toEqual([]);
  });

  test('ordinary switches and file names pass', () => {
    expect(
      refusedSwitches(['desk', '--no-sandbox', '--lang=zh-CN', '--force-device-scale-factor=1.25', '/home/a/inspect.pdf', '.'], true),
    ).toEqual([]);
  });
});
