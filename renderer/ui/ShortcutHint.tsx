import classes from './ShortcutHint.module.css';
import { isApple, type ShortcutKeys } from './shortcuts.ts';

export interface ShortcutHintProps {
  keys: ShortcutKeys;
}

const APPLE: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', Enter: '↵', Delete: '⌦', Backspace: '⌫', Escape: 'esc' };
const OTHER: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', Enter: '↵', Delete: 'Del', Escape: 'Esc' };

/** The keys as printed on the user's keyboard. Hidden from screen readers: `aria-keyshortcuts` or the label says it there. */
export function ShortcutHint({ keys }: ShortcutHintProps) {
  const names = isApple() ? APPLE : OTHER;
  const words = keys.split('+').map((part) => names[part] ?? part.toUpperCase());
  return (
    <span className={classes.hint} aria-hidden="true">
      {words.join(isApple() ? '' : '+')}
    </span>
  );
}
