import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { placeWindow, readWindowState, saveWindowState } from './window-state.ts';

const laptop = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: -200, width: 2560, height: 1400 };
const folder = mkdtempSync(join(tmpdir(), 'branch-desk-window-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the window', () => {
  test('opens in the middle of the first display the first time', () => {
    expect(placeWindow(null, [laptop, second])).toEqual({ bounds: { x: 280, y: 90, width: 1360, height: 860 }, isMaximized: false });
  });

  test('comes back where it was, on the second screen', () => {
    const stored = { bounds: { x: 2100, y: 0, width: 1500, height: 900 }, isMaximized: true };
    expect(placeWindow(stored, [laptop, second])).toEqual(stored);
  });

  test('comes back to the first display when the second screen is gone', () => {
    const stored = { bounds: { x: 2100, y: 0, width: 1500, height: 900 }, isMaximized: true };
    expect(placeWindow(stored, [laptop]).bounds.x).toBe(280);
  });

  test('never hides its title bar, never outgrows its display, and is never uselessly small', () => {
    const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
    const bounds = fc.record({ x: whole(-5000, 5000), y: whole(-5000, 5000), width: whole(-10, 6000), height: whole(-10, 6000) });
    fc.assert(
      fc.property(bounds, fc.boolean(), (stored, isMaximized) => {
        const { bounds: placed } = placeWindow({ bounds: stored, isMaximized }, [laptop, second]);
        const home = [laptop, second].find((display) => placed.y >= display.y && placed.y + 24 <= display.y + display.height);
        expect(home).toBeDefined();
        expect(placed.width).toBeGreaterThanOrEqual(1024);
        expect(placed.height).toBeGreaterThanOrEqual(680);
        expect(placed.width).toBeLessThanOrEqual(2560);
      }),
    );
  });
});

describe('its file', () => {
  test('is read back as written', () => {
    const state = { bounds: { x: 1, y: 2, width: 1100, height: 700 }, isMaximized: false };
    saveWindowState(join(folder, 'window.json'), state);
    expect(readWindowState(join(folder, 'window.json'))).toEqual(state);
  });

  test.each(['', '{', '{"bounds":{}}', '{"bounds":{"x":1.5,"y":0,"width":1,"height":1},"isMaximized":true}', 'null'])(
    'damaged as %j means no memory, not a crash',
    (content) => {
      const file = join(folder, 'damaged.json');
      writeFileSync(file, content);
      expect(readWindowState(file)).toBeNull();
    },
  );

  test('that cannot be written does not keep the window from closing', () => {
    const state = { bounds: laptop, isMaximized: false };
    expect(() => saveWindowState(join(folder, 'absent', 'window.json'), state)).not.toThrow();
    expect(readWindowState(join(folder, 'absent', 'window.json'))).toBeNull();
  });
});
