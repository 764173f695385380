import { Checkbox, Radio } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { FilterChip } from './FilterChip.tsx';
import type { FilterField } from './field.ts';
import classes from './filter.module.css';

export interface ChoiceFilterProps {
  field: Extract<FilterField, { kind: 'choice' }>;
  value: string;
  onChange: (value: string) => void;
}

export function ChoiceFilter({ field, value, onChange }: ChoiceFilterProps) {
  const { t } = useTranslation();
  const chosen = value === '' ? [] : field.several === true ? value.split(',') : [value];
  const labels = field.options.filter((option) => chosen.includes(option.value)).map((option) => option.label);
  // A value that came with the URL and is no option any more still narrows, and must be seen.
  const words = labels.length > 0 ? labels.join(t('common.listSeparator')) : value;
  return (
    <FilterChip label={field.label} words={words} onClear={() => onChange('')}>
      {(close) =>
        field.several === true ? (
          <Checkbox.Group value={chosen} onChange={(next) => onChange(next.join(','))} aria-label={field.label}>
            <div className={classes.options}>
              {field.options.map((option) => (
                <Checkbox key={option.value} size="xs" value={option.value} label={option.label} className={classes.option} />
              ))}
            </div>
          </Checkbox.Group>
        ) : (
          <Radio.Group
            value={value}
            aria-label={field.label}
            onChange={(next) => {
              onChange(next);
              close();
            }}
          >
            <div className={classes.options}>
              <Radio size="xs" value="" label={t('common.all')} className={classes.option} />
              {field.options.map((option) => (
                <Radio key={option.value} size="xs" value={option.value} label={option.label} className={classes.option} />
              ))}
            </div>
          </Radio.Group>
        )
      }
    </FilterChip>
  );
}
