import { customer } from '../customer/module.ts';
import { moduleOf } from '../registry.ts';
import { visit } from '../visit/module.ts';
import type { Extract } from './module.ts';

/** Whose data leave the program with a list of this kind (G-08); null where no customer is named in it. */
export function extractSubject(kind: string): Extract['subject'] | null {
  if (kind === customer.kind) return 'customers';
  if (kind === visit.kind) return 'visits';
  const module = moduleOf(kind);
  const names = module?.columns.includes('party') === true || 'customerName' in (module?.fields ?? {});
  return names ? 'documents' : null;
}
