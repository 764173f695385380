import type { ComponentType } from 'react';
import type { z } from 'zod';
import type { Reader } from '#shared/documents/reader.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';

/** A page at an address. Parameters in the path are written `$id`. */
export interface Screen {
  path: `/${string}`;
  /** A dynamic import, so that the page's code loads when it is first opened. */
  load: () => Promise<ComponentType>;
  /** What may stand in the address after `?`; bad values fall back to the schema's defaults. */
  search?: z.ZodType;
}

export interface NavItem {
  path: `/${string}`;
  /** Key of the words, e.g. `reception.nav.desk`. */
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Posts that see it. */
  roles: readonly Role[];
  group: 'work' | 'records' | 'figures' | 'office';
  /** Open work waiting here; shown as a number, 0 hides it. A live query: keep it a balance or one short list. */
  badge?: (read: Reader, actor: Actor, today: string) => Promise<number>;
}

/** Something Ctrl+K can do besides opening pages and documents. */
export interface PaletteCommand {
  id: string;
  label: string;
  /** Other words it is found by, in any language. */
  keywords: string;
  roles: readonly Role[];
  path: `/${string}`;
}

/** A screen family. The only thing the app knows of a feature; features never import each other. */
export interface Feature {
  screens: readonly Screen[];
  nav: readonly NavItem[];
  commands: readonly PaletteCommand[];
}
