import { useState, type KeyboardEvent } from 'react';

export interface ListKeys {
  /** -1 before anything was chosen. */
  active: number;
  setActive: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export interface ListKeysOptions {
  keys: readonly string[];
  /** Rows of one screenful, for PageUp and PageDown. */
  page: () => number;
  scrollTo: (index: number) => void;
  onOpen: ((index: number) => void) | undefined;
  onToggle: ((index: number, range: boolean) => void) | undefined;
  onAll: (() => void) | undefined;
}

/** Arrow keys, Home, End, Enter and Space in a list whose frame has the focus. The active row is remembered by key: new rows above do not move it. */
export function useListKeys({ keys, page, scrollTo, onOpen, onToggle, onAll }: ListKeysOptions): ListKeys {
  const [activeKey, setActiveKey] = useState<string>();
  const [lastIndex, setLastIndex] = useState(-1);
  const found = activeKey === undefined ? -1 : keys[lastIndex] === activeKey ? lastIndex : keys.indexOf(activeKey);
  // A row that has gone hands over to the one in its place.
  const active = activeKey === undefined ? -1 : found >= 0 ? found : Math.min(lastIndex, keys.length - 1);

  const setActive = (index: number) => {
    setActiveKey(keys[index]);
    setLastIndex(index);
  };
  const move = (to: number) => {
    if (keys.length === 0) return;
    const index = Math.max(0, Math.min(keys.length - 1, to));
    setActive(index);
    scrollTo(index);
    return index;
  };
  const moves: Record<string, () => number> = {
    ArrowDown: () => active + 1,
    ArrowUp: () => Math.max(0, active - 1),
    Home: () => 0,
    End: () => keys.length - 1,
    PageDown: () => Math.max(0, active) + page(),
    PageUp: () => active - page(),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.nativeEvent.isComposing) return;
    const to = moves[event.key]?.();
    if (to !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const index = move(to);
      if (event.shiftKey && index !== undefined) onToggle?.(index, true);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && active >= 0 && onOpen !== undefined) {
      event.preventDefault();
      onOpen(active);
    } else if (event.key === ' ' && active >= 0 && onToggle !== undefined) {
      event.preventDefault();
      onToggle(active, event.shiftKey);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && onAll !== undefined) {
      event.preventDefault();
      onAll();
    }
  };
  return { active, setActive, onKeyDown };
}
