import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { z } from 'zod';

/** One `$name` part of the address. */
export function useAddressPart(name: string): string {
  const parts: Record<string, string | undefined> = useParams({ strict: false });
  return parts[name] ?? '';
}

/** Filters that live in the address: `[filters, change]`. Values that do not parse fall back to the schema's defaults. */
export function useAddressFilters<T extends object>(schema: z.ZodType<T>): [T, (changes: Partial<T>) => void] {
  const found: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const parsed = schema.safeParse(found);
  const filters = parsed.success ? parsed.data : schema.parse({});
  const change = (changes: Partial<T>) => {
    void navigate({ to: '.', search: { ...filters, ...changes } as never, replace: true });
  };
  return [filters, change];
}

/** Goes to a page of this program: `/order/01J…`, with filters if any. */
export function useGo(): (path: string, search?: Record<string, unknown>) => void {
  const navigate = useNavigate();
  return (path, search) => void navigate({ to: path as never, search: (search ?? {}) as never });
}
