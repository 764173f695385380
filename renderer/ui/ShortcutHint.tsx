import classes from './ShortcutHint.module.css';
import { isApple } from './shortcuts.ts';

export interface ShortcutHintProps {
  /** A `ShortcutKeys`, or a key that needs no binding: '↑', 'Space'. */
  keys: string;
  /** Also for screen readers; otherwise `aria-keyshortcuts` or the label says it there. */
  spoken?: boolean;
}

const APPLE: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', Enter: '↵', Delete: '⌦', Backspace: '⌫', Escape: 'esc' };
const OTHER: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', Enter: '↵', Delete: 'Del', Escape: 'Esc' };

/** The keys as printed on the user's keyboard. */
export function ShortcutHint({ keys, spoken = false }: ShortcutHintProps) {
  const names = isApple() ? APPLE : OTHER;
  const words = keys.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return (
    <span className={classes.hint} aria-hidden={spoken ? undefined : true}>
      {words.join(isApple() ? '' : '+')}
    </span>
  );
}
