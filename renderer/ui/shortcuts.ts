import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

type Modifier = 'mod' | 'mod+shift' | 'mod+alt' | 'alt' | 'shift';
type FunctionKey = 'F1' | 'F2' | 'F3' | 'F4' | 'F6' | 'F7' | 'F8' | 'F9' | 'F10';

/**
 * `mod` is Ctrl, on a Mac ⌘. Letters are lower case and never stand alone: a bare letter belongs to the Chinese input method.
 */
export type ShortcutKeys = `${Modifier}+${string}` | FunctionKey | 'Escape';

interface Binding {
  keys: ShortcutKeys;
  label: string | undefined;
  run: () => void;
}

/** Newest last. The newest binding of a key wins, so that a dialog takes over from the page below it. */
const bindings: Binding[] = [];

export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/**
 * Runs `handler` on `keys` while the component is mounted, wherever the focus is. `undefined` binds nothing.
 * With a label the keys appear in the keyboard help.
 */
export function useShortcut(keys: ShortcutKeys | undefined, handler: () => void, label?: string): void {
  const run = useEffectEvent(handler);
  useEffect(() => {
    if (keys === undefined) return;
    const binding: Binding = { keys, label, run: () => run() };
    if (bindings.length === 0) window.addEventListener('keydown', dispatch);
    bindings.push(binding);
    changed();
    return () => {
      bindings.splice(bindings.indexOf(binding), 1);
      changed();
      if (bindings.length === 0) window.removeEventListener('keydown', dispatch);
    };
  }, [keys, label]);
}

export interface ActiveShortcut {
  keys: ShortcutKeys;
  label: string;
}

let active: readonly ActiveShortcut[] = [];
const watchers = new Set<() => void>();

/** What works at this moment, oldest first; a key bound twice is listed once, as its newest binding. */
export function useActiveShortcuts(): readonly ActiveShortcut[] {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => active,
  );
}

function changed(): void {
  const byKeys = new Map<ShortcutKeys, string>();
  for (const { keys, label } of bindings) if (label !== undefined) byKeys.set(keys, label);
  active = [...byKeys].map(([keys, label]) => ({ keys, label }));
  for (const watcher of watchers) watcher();
}

function dispatch(event: KeyboardEvent): void {
  // 229: the key belongs to the input method, e.g. Enter that confirms pinyin.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
  const binding = bindings.findLast(({ keys }) => matches(keys, event));
  if (binding === undefined) return;
  event.preventDefault();
  if (!event.repeat) binding.run();
}

function matches(keys: ShortcutKeys, event: KeyboardEvent): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = isApple() ? event.metaKey : event.ctrlKey;
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    mod === parts.includes('mod') &&
    event.shiftKey === parts.includes('shift') &&
    event.altKey === parts.includes('alt')
  );
}
