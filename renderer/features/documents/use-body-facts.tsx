import type { ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import type { Fact } from '#renderer/ui/Facts.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import type { FieldType } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';

/** The record's own head and every field of its body, in the order and manner its module says. */
export function useBodyFacts(record: AnyRecord): Fact[] {
  const words = useWords();
  const showValue = useShowValue(record);
  const { nameOf } = useStaff();
  const fields = moduleOf(record.kind)?.fields ?? rawFields(record);
  return [
    { label: words.column('day'), value: record.day },
    { label: words.column('owner'), value: nameOf(record.owner) },
    ...Object.entries(fields)
      .filter(([, type]) => type !== 'hidden' && type !== 'lines')
      .map(([field, type]) => ({
        label: words.field(record.kind, field),
        value: showValue(field, type, record.body[field]),
        wide: type === 'long',
      })),
  ];
}

/** Shows one value of a body as its field's type says; ids become names that lead to their page. */
export function useShowValue(record: AnyRecord): (field: string, type: FieldType, value: unknown) => ReactNode {
  const { t } = useTranslation();
  const words = useWords();
  const { nameOf } = useStaff();
  const ids = idsIn(record);
  const linked = useLive(async (read) => read.getMany(ids), [record.id, ...ids]);
  const named = linked.state === 'ready' ? linked.value : new Map<string, AnyRecord>();

  const link = (id: unknown): ReactNode => {
    const found = typeof id === 'string' ? named.get(id) : undefined;
    if (!found) return typeof id === 'string' ? id : '';
    return <a href={`#${pathOf(found)}`}>{found.no === '' || found.kind === 'customer' ? found.title : found.no}</a>;
  };

  return (field, type, value) => {
    if (value === undefined || value === null || value === '') return '';
    switch (type) {
      case 'money':
        return typeof value === 'number' ? <Money fen={value} /> : '';
      case 'quantity':
        return typeof value === 'number' ? <Quantity milli={value} /> : '';
      case 'flag':
        return t(value === true ? 'common.yes' : 'common.no');
      case 'choice':
        return words.value(field, String(value));
      case 'choices':
        return Array.isArray(value)
          ? value.map((one) => (field === 'roles' ? words.role(String(one)) : words.value(field, String(one)))).join('、')
          : '';
      case 'serials':
        return Array.isArray(value) ? value.join('、') : '';
      case 'staff':
        return nameOf(String(value));
      case 'customer':
      case 'product':
      case 'location':
      case 'document':
        return link(value);
      case 'products':
      case 'documents':
        return Array.isArray(value)
          ? value.map((one, index) => (
              <span key={String(one)}>
                {index > 0 && ', '}
                {link(one)}
              </span>
            ))
          : '';
      default:
        return typeof value === 'object' ? JSON.stringify(value) : String(value);
    }
  };
}

/** Ids a body points at, also in its lines; at most a few hundred. */
function idsIn(record: AnyRecord): string[] {
  const module = moduleOf(record.kind);
  if (!module) return [];
  const pointing = new Set<FieldType>(['customer', 'product', 'location', 'document', 'products', 'documents']);
  const found = Object.entries(module.fields).flatMap(([field, type]) => (pointing.has(type) ? [record.body[field]].flat() : []));
  return [...new Set(found.filter((id): id is string => typeof id === 'string' && id !== ''))].slice(0, 300);
}

/** Fields of a kind this version does not know: shown as they are. */
function rawFields(record: AnyRecord): Record<string, FieldType> {
  return Object.fromEntries(Object.keys(record.body).map((field) => [field, 'text' as const]));
}
