import { useTranslation } from '#renderer/ui/i18n.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { FieldType } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { useShowValue } from './use-body-facts.tsx';

interface Row {
  key: string;
  values: Readonly<Record<string, unknown>>;
}

/** The rows of a body's `lines` field as a table; nothing when the kind has none. */
export function BodyLines({ record }: { record: AnyRecord }) {
  const { t } = useTranslation();
  const words = useWords();
  const showValue = useShowValue(record);
  const module = moduleOf(record.kind);
  const field = Object.entries(module?.fields ?? {}).find(([, type]) => type === 'lines')?.[0];
  const lines = field === undefined ? undefined : record.body[field];
  if (!module || !Array.isArray(lines) || lines.length === 0) return null;
  const rows = lines.map((values: Row['values'], index): Row => ({ key: String(index), values }));
  const columns = Object.entries(module.lineFields)
    .filter(([, type]) => type !== 'hidden')
    .map(([key, type]): Column<Row> => ({
      key,
      header: words.field(record.kind, key),
      width: widthOf(type),
      ...(key === 'name' ? { grow: 1 } : {}),
      align: type === 'money' || type === 'quantity' || type === 'count' ? 'right' : 'left',
      render: (row) => showValue(key, type, row.values[key]),
    }));
  return (
    <Section title={t('lists.lines')} flush>
      <DataTable label={t('lists.lines')} columns={columns} rows={rows} rowKey={(row) => row.key} />
    </Section>
  );
}

function widthOf(type: FieldType): number {
  return type === 'money' ? 120 : type === 'quantity' || type === 'count' ? 100 : 140;
}
