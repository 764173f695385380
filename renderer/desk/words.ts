import { useTranslation } from '#renderer/ui/i18n.ts';
import type { AnyRecord } from '#shared/documents/record.ts';

/** The office's words for what the book holds, by kind, status, step and field. A word that is missing shows its key: a newer version's document. */
export interface DocumentWords {
  kind(kind: string): string;
  status(record: Pick<AnyRecord, 'kind' | 'status'>): string;
  /** What happened: 已放行. */
  event(kind: string, type: string): string;
  /** What a button does: 放行. */
  step(kind: string, type: string): string;
  field(kind: string, field: string): string;
  value(field: string, value: string): string;
  role(role: string): string;
  method(method: string): string;
  column(column: string): string;
}

export function useWords(): DocumentWords {
  const { t } = useTranslation();
  const say = (key: string, otherwise: string): string => t(`documents.${key}` as never, { defaultValue: otherwise }) as string;
  return {
    kind: (kind) => say(`kinds.${kind}`, kind),
    status: ({ kind, status }) => say(`statuses.${kind}.${status}`, status),
    event: (kind, type) => say(`events.${kind}.${type}`, type),
    step: (kind, type) => say(`steps.${kind}.${type}`, type),
    field: (kind, field) => say(`fields.${kind}.${field}`, field),
    value: (field, value) => (value === '' ? '' : say(`values.${field}.${value}`, value)),
    role: (role) => say(`roles.${role}`, role),
    method: (method) => say(`methods.${method}`, method),
    column: (column) => say(`columns.${column}`, column),
  };
}
