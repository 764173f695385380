/** Opens the desk's one window where the user left it. */
import type { BrowserWindow, BrowserWindowConstructorOptions, Screen } from 'electron';
import { START_PAGE } from './origin.ts';
import { webPreferences } from './security.ts';
import { placeWindow, readWindowState, saveWindowState, SMALLEST, type WindowState } from './window-state.ts';

export interface DeskWindowOptions {
  create(options: BrowserWindowConstructorOptions): BrowserWindow;
  screen: Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'>;
  /** Absolute paths: preload.cjs, the window's remembered place, the icon (Linux only; elsewhere the program file has it). */
  preload: string;
  stateFile: string;
  icon: string | undefined;
  title: string;
}

export function openDeskWindow(options: DeskWindowOptions): BrowserWindow {
  const { create, screen, preload, stateFile, icon, title } = options;
  const primary = screen.getPrimaryDisplay();
  const displays = [primary, ...screen.getAllDisplays().filter((display) => display.id !== primary.id)];
  const state = placeWindow(
    readWindowState(stateFile),
    displays.map((display) => display.workArea),
  );
  const window = create({
    ...state.bounds,
    // A display smaller than the smallest window still shows all of it, scrolling.
    minWidth: Math.min(SMALLEST.width, state.bounds.width),
    minHeight: Math.min(SMALLEST.height, state.bounds.height),
    title,
    show: false,
    autoHideMenuBar: true,
    webPreferences: webPreferences(preload),
    ...(icon === undefined ? {} : { icon }),
  });
  if (state.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => saveWindowState(stateFile, stateOf(window)));
  window.loadURL(START_PAGE).catch((problem: unknown) => console.error('the page did not load:', problem));
  return window;
}

/** Brings the window to the front when the program is started a second time. */
export function raise(window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function stateOf(window: Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'>): WindowState {
  return { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
}
