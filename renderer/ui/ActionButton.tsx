import { Button, Tooltip, VisuallyHidden, type ButtonProps } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { ShortcutHint } from './ShortcutHint.tsx';
import type { ShortcutKeys } from './shortcuts.ts';
import { useShortcut } from './shortcuts.ts';

export interface ActionButtonProps extends Pick<ButtonProps, 'variant' | 'color' | 'size' | 'leftSection' | 'fullWidth'> {
  children: ReactNode;
  /** While a returned promise is pending the button shows it and ignores further clicks. */
  onAct: () => void | Promise<unknown>;
  /** Why it cannot be done now, in words. The button stays reachable by keyboard so that the reason can be read. */
  blocked?: string | undefined;
  /** Also acts on these keys, and shows them. */
  shortcut?: ShortcutKeys;
}

/** A button that is never silently grey: when blocked it says what is missing. */
export function ActionButton({ children, onAct, blocked, shortcut, ...look }: ActionButtonProps) {
  const [pending, setPending] = useState(false);
  const [opened, setOpened] = useState(false);
  const reasonId = useId();

  const act = () => {
    if (blocked !== undefined) {
      setOpened(true);
      return;
    }
    if (pending) return;
    const outcome = onAct();
    if (outcome instanceof Promise) {
      setPending(true);
      void outcome.finally(() => setPending(false));
    }
  };
  useShortcut(shortcut, act, typeof children === 'string' ? children : undefined);

  const button = (
    <Button
      {...look}
      onClick={act}
      loading={pending}
      data-disabled={blocked === undefined ? undefined : true}
      aria-disabled={blocked === undefined ? undefined : true}
      aria-describedby={blocked === undefined ? undefined : reasonId}
      onMouseEnter={() => setOpened(true)}
      onMouseLeave={() => setOpened(false)}
      onFocus={() => setOpened(true)}
      onBlur={() => setOpened(false)}
      rightSection={shortcut === undefined ? undefined : <ShortcutHint keys={shortcut} />}
    >
      {children}
    </Button>
  );
  // The same tree in both cases: a button that becomes possible keeps the focus.
  return (
    <>
      <Tooltip label={blocked ?? ''} disabled={blocked === undefined} opened={blocked !== undefined && opened}>
        {button}
      </Tooltip>
      {blocked !== undefined && <VisuallyHidden id={reasonId}>{blocked}</VisuallyHidden>}
    </>
  );
}
