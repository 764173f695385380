/** What the page may do, as functions of plain values, so that tests need no Electron. Everything not named here is refused. */
import { isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WebPreferences } from 'electron';
import { isOwnPage, ORIGIN, SCHEME, RECOVERY_PATH } from './origin.ts';

/** Chromium's built-in PDF viewer, which shows the print preview, is an extension with this fixed id. */
const PDF_VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';
const VIEWER_RESOURCES = 'chrome://resources/';

/** @param preload absolute path of preload.cjs */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    // Dictionaries would be fetched from the internet, and Chinese has none.
    spellcheck: false,
    // The PDF viewer of the print preview.
    plugins: true,
    // Replication, journal and print queue go on while the window is behind another one.
    backgroundThrottling: false,
  };
}

/** Copying a number or an amount; storage that Chromium may not evict under pressure; nothing else. */
const permissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage']);

/** @param requester address of the frame that asks, '' when unknown */
export function mayUse(permission: string, requester: string): boolean {
  return permissions.has(permission) && isOwnPage(requester);
}

/** The top frame: only the page itself and the recovery page, each with any query or fragment. */
export function mayNavigate(address: string): boolean {
  if (!isOwnPage(address)) return false;
  const { pathname } = new URL(address);
  return pathname === '/' || pathname === '/index.html' || pathname === RECOVERY_PATH;
}

/** Inner frames: the PDF preview made by the page, and the viewer that Chromium puts in it. */
export function mayNavigateFrame(address: string): boolean {
  return address === 'about:blank' || address.startsWith(`blob:${ORIGIN}/`) || address.startsWith(PDF_VIEWER);
}

/**
 * Every request of the page's session. The page never speaks to a network: central requests are made by the host.
 * `devtools:` is allowed in development only.
 */
export function mayRequest(address: string, isPackaged: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  if (protocol === `${SCHEME}:`) return isOwnPage(address);
  if (protocol === 'blob:') return address.startsWith(`blob:${ORIGIN}/`) || address.startsWith(`blob:${PDF_VIEWER}`);
  if (protocol === 'data:') return true;
  if (protocol === 'devtools:') return !isPackaged;
  return address.startsWith(PDF_VIEWER) || address.startsWith(VIEWER_RESOURCES);
}

/** A download is a file the page made itself: an export, or a paper saved from the preview. */
export function mayDownload(address: string): boolean {
  return address.startsWith(`blob:${ORIGIN}/`) || address.startsWith('data:');
}

/**
 * The printing window shows PDF files of the desk's own data folder and nothing else.
 * @param dataFolder absolute path; the spool lies in it
 */
export function mayLoadForPrint(address: string, dataFolder: string): boolean {
  if (address.startsWith(PDF_VIEWER) || address.startsWith(VIEWER_RESOURCES)) return true;
  if (!URL.canParse(address) || new URL(address).protocol !== 'file:') return false;
  try {
    const path = relative(dataFolder, fileURLToPath(address));
    return path.toLowerCase().endsWith('.pdf') && !path.startsWith('..') && !isAbsolute(path);
  } catch {
    // An escaped slash or a foreign host: no file of ours has such an address.
    return false;
  }
}
