import { useEffect, type RefObject } from 'react';

/**
 * A scanner types like a keyboard: characters that no field would get are led to `field`. The field is focused before the browser
 * puts the character somewhere, so the first one is not lost. Fields, dialogs, shortcuts and the input method keep what is theirs.
 */
export function useTypedAnywhere(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isText = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isText || event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
      if (takesText(event.target) || document.querySelector('[role="dialog"]')) return;
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [field]);
}

function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
