import { useContext, type ReactNode } from 'react';
import { LayerContext } from './shortcuts.ts';

/** The inside of a dialog: its shortcuts come before those of everything it covers. */
export function ShortcutLayer({ children }: { children: ReactNode }) {
  return <LayerContext value={useContext(LayerContext) + 1}>{children}</LayerContext>;
}
