import { createContext, useContext, useEffectEvent, useLayoutEffect, useSyncExternalStore } from 'react';

type Modifier = 'mod' | 'mod+shift' | 'mod+alt' | 'alt' | 'shift';
type FunctionKey = 'F1' | 'F2' | 'F3' | 'F4' | 'F6' | 'F7' | 'F8' | 'F9' | 'F10';

/**
 * `mod` is Ctrl, on a Mac ⌘. Letters are lower case and never stand alone: a bare letter belongs to the Chinese input method.
 */
export type ShortcutKeys = `${Modifier}+${string}` | FunctionKey | 'Escape';

interface Binding {
  keys: ShortcutKeys;
  /** 0 on the page, 1 in a dialog over it. */
  layer: number;
  label: string | undefined;
  run: () => void;
}

/** By layer, then newest last; the last binding of a key wins. A dialog has its keys even when the page below it comes up after it. */
const bindings: Binding[] = [];

/** How many dialogs what is below here stands in. */
export const LayerContext = createContext(0);

export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/**
 * Runs `handler` on `keys` while the component is mounted, wherever the focus is. `undefined` binds nothing.
 * With a label the keys appear in the keyboard help.
 */
export function useShortcut(keys: ShortcutKeys | undefined, handler: () => void, label?: string): void {
  const run = useEffectEvent(handler);
  const layer = useContext(LayerContext);
  // Before the page is painted: who sees it may press the key, and an effect after painting comes too late on a busy machine.
  useLayoutEffect(() => {
    if (keys === undefined) return;
    const binding: Binding = { keys, layer, label, run: () => run() };
    if (bindings.length === 0) {
      window.addEventListener('keydown', dispatch);
      window.addEventListener('keydown', dispatchFromChoice, true);
    }
    bindings.splice(bindings.findLastIndex((other) => other.layer <= layer) + 1, 0, binding);
    changed();
    return () => {
      bindings.splice(bindings.indexOf(binding), 1);
      changed();
      if (bindings.length === 0) {
        window.removeEventListener('keydown', dispatch);
        window.removeEventListener('keydown', dispatchFromChoice, true);
      }
    };
  }, [keys, label, layer]);
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

/** A closed choice opens on any Enter, Ctrl+Enter too: the shortcut comes before it. An open one takes the Enter for what is marked in it. */
function dispatchFromChoice(event: KeyboardEvent): void {
  const isCommit = event.key === 'Enter' && (isApple() ? event.metaKey : event.ctrlKey);
  const isClosed =
    event.target instanceof Element &&
    event.target.matches(':is([readonly], .mantine-Select-input)[aria-haspopup="listbox"]:not([aria-expanded="true"])');
  if (!isCommit || !isClosed) return;
  dispatch(event);
  if (event.defaultPrevented) event.stopPropagation();
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
