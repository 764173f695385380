import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatFen, formatMilli } from '#shared/core/money.ts';
import type { FieldConflict } from '#shared/documents/edited-body.ts';
import type { FieldType } from '#shared/documents/module.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { useStaff } from '../use-staff.ts';
import { useTitles } from '../use-titles.ts';
import { useWords } from '../words.ts';

const pointing: ReadonlySet<FieldType> = new Set(['customer', 'product', 'location', 'document', 'products', 'documents']);

/** A value two people could not agree on, in words. */
export function useConflictValue(kind: string, { field, original, first, second }: FieldConflict): (value: unknown) => string {
  const { t } = useTranslation();
  const words = useWords();
  const { nameOf } = useStaff();
  const type = moduleOf(kind)?.fields[field] ?? 'text';
  const ids = pointing.has(type) ? [original, first.value, second.value].flat().filter((id): id is string => typeof id === 'string') : [];
  const titles = useTitles(ids);
  const listOf = (values: readonly unknown[], say: (value: string) => string) =>
    values.map((value) => say(String(value))).join(t('common.listSeparator'));

  return (value) => {
    if (value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)) {
      return t('sync.conflicts.nothing');
    }
    // A PIN's hash tells nobody anything.
    if (type === 'hidden') return t('sync.conflicts.hidden');
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (type === 'money' && typeof value === 'number') return `¥${formatFen(value)}`;
    if (type === 'quantity' && typeof value === 'number') return formatMilli(value);
    if (type === 'flag') return t(value === true ? 'common.yes' : 'common.no');
    if (type === 'staff') return nameOf(String(value));
    if (type === 'choice' || type === 'choices')
      return listOf(values, (one) => (field === 'roles' ? words.role(one) : words.value(field, one)));
    if (pointing.has(type)) return listOf(values, (id) => titles.get(id) ?? id);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
}
