/** Where the window was. Losing this file loses nothing, so every failure ends in the default. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Device-independent pixels of the virtual desktop. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const area = z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() });
const windowState = z.object({ bounds: area, isMaximized: z.boolean() });
export type WindowState = z.output<typeof windowState>;

/** The smallest window in which the entry grid needs no sideways scrolling. */
export const SMALLEST = { width: 1024, height: 680 } as const;
const PREFERRED = { width: 1360, height: 860 } as const;
/** So much of the title bar must be on some display to be taken hold of. */
const GRIP = { width: 120, height: 24 } as const;

/**
 * A window that can be seen and taken hold of: the stored one when it still touches a display, else a centred one on the first display.
 * @param displays work areas, primary first; an unplugged second screen is simply absent
 */
export function placeWindow(stored: WindowState | null, displays: readonly Area[]): WindowState {
  const primary = displays[0] ?? { x: 0, y: 0, ...PREFERRED };
  if (stored !== null) {
    const home = displays.find((display) => isWithinReach(stored.bounds, display));
    if (home) return { bounds: shrink(stored.bounds, home), isMaximized: stored.isMaximized };
  }
  const width = Math.min(PREFERRED.width, primary.width);
  const height = Math.min(PREFERRED.height, primary.height);
  return {
    bounds: {
      x: primary.x + Math.floor((primary.width - width) / 2),
      y: primary.y + Math.floor((primary.height - height) / 2),
      width,
      height,
    },
    isMaximized: false,
  };
}

export function readWindowState(file: string): WindowState | null {
  try {
    return windowState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Synchronous: it runs while the window closes. */
export function saveWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // A full disk must not keep the window from closing.
  }
}

function isWithinReach(bounds: Area, display: Area): boolean {
  const across = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x);
  const isGripOnDisplay = bounds.y >= display.y && bounds.y + GRIP.height <= display.y + display.height;
  return across >= GRIP.width && isGripOnDisplay;
}

function shrink(bounds: Area, display: Area): Area {
  return {
    ...bounds,
    width: Math.min(Math.max(bounds.width, SMALLEST.width), display.width),
    height: Math.min(Math.max(bounds.height, SMALLEST.height), display.height),
  };
}
