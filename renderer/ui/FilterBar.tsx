import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { ChoiceFilter } from './filter/ChoiceFilter.tsx';
import { DaysFilter } from './filter/DaysFilter.tsx';
import { keysOf, withFilter, type FilterField, type FilterValue } from './filter/field.ts';
import classes from './filter/filter.module.css';
import { TextFilter } from './filter/TextFilter.tsx';

export type { FilterField, FilterValue } from './filter/field.ts';

export interface FilterBarProps {
  fields: readonly FilterField[];
  value: FilterValue;
  /** All keys that are set; keys that no field has stay as they are. */
  onChange: (value: Record<string, string>) => void;
  /** Right: count, export. */
  end?: ReactNode;
}

/** Narrows a list: search, choices, days. For the toolbar of a page. */
export function FilterBar({ fields, value, onChange, end }: FilterBarProps) {
  const { t } = useTranslation();
  const keys = fields.flatMap(keysOf);
  const isSet = keys.some((key) => (value[key] ?? '') !== '');
  const change = (part: FilterValue) => onChange(withFilter(value, part));
  return (
    <div className={classes.bar} role="search" aria-label={t('common.filter.heading')}>
      {fields.map((field) => {
        if (field.kind === 'text') {
          return (
            <TextFilter
              key={field.key}
              label={field.label}
              value={value[field.key] ?? ''}
              onChange={(text) => change({ [field.key]: text })}
            />
          );
        }
        if (field.kind === 'choice') {
          return (
            <ChoiceFilter key={field.key} field={field} value={value[field.key] ?? ''} onChange={(next) => change({ [field.key]: next })} />
          );
        }
        const [from = '', to = ''] = keysOf(field);
        return (
          <DaysFilter
            key={field.key}
            field={field}
            from={value[from] ?? ''}
            to={value[to] ?? ''}
            onChange={(first, last) => change({ [from]: first, [to]: last })}
          />
        );
      })}
      {isSet && (
        <Button size="xs" variant="subtle" color="gray" onClick={() => change(Object.fromEntries(keys.map((key) => [key, ''])))}>
          {t('common.filter.clearAll')}
        </Button>
      )}
      {end !== undefined && <div className={classes.end}>{end}</div>}
    </div>
  );
}
