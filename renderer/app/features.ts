import type { Feature } from '../desk/feature.ts';
import { feature as documents } from '../features/documents/feature.ts';
import { feature as manager } from '../features/manager/feature.ts';
import { feature as settings } from '../features/settings/feature.ts';

/** Every screen family, in the order of the menu. */
export const features: readonly Feature[] = [manager, documents, settings];
