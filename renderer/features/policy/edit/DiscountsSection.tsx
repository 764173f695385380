import { ActionIcon, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { customerClasses } from '#shared/modules/customer/module.ts';
import { productGroups } from '#shared/modules/product/module.ts';
import { newKey, type PolicyDraft } from './policy-draft.ts';
import classes from '../policy.module.css';

type Rows = PolicyDraft['discounts'];

/** Off the price without a signature, by class of customers and group of goods. */
export function DiscountsSection({ rows, onRows }: { rows: Rows; onRows: (rows: Rows) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const classesOf = ['any', ...customerClasses] as const;
  const groupsOf = ['any', ...productGroups] as const;
  const options = (field: 'class' | 'group', values: readonly string[]) =>
    values.map((value) => ({ value, label: value === 'any' ? t('policy.edit.any') : words.value(field, value) }));
  const change = (key: string, part: Partial<Rows[number]>) => onRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <Section
      title={t('policy.edit.discounts')}
      hint={t('policy.edit.discountsHint')}
      actions={
        <ActionButton
          size="xs"
          variant="default"
          onAct={() => onRows([...rows, { key: newKey(), class: 'any', group: 'any', share: null }])}
        >
          {t('policy.edit.addDiscount')}
        </ActionButton>
      }
    >
      {rows.length === 0 && <p className={classes.hint}>{t('policy.edit.noDiscounts')}</p>}
      {rows.map((row, index) => (
        <div key={row.key} className={classes.discount}>
          <Select
            label={t('policy.edit.class')}
            data={options('class', classesOf)}
            value={row.class}
            onChange={(value) => change(row.key, { class: classesOf.find((known) => known === value) ?? 'any' })}
            allowDeselect={false}
          />
          <Select
            label={t('policy.edit.group')}
            data={options('group', groupsOf)}
            value={row.group}
            onChange={(value) => change(row.key, { group: groupsOf.find((known) => known === value) ?? 'any' })}
            allowDeselect={false}
          />
          <NumberInput
            label={t('policy.edit.share')}
            value={row.share === null ? '' : row.share / 100}
            min={0}
            max={100}
            decimalScale={2}
            hideControls
            onChange={(value) => change(row.key, { share: typeof value === 'number' ? Math.round(value * 100) : null })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('policy.edit.removeDiscount', { index: index + 1 })}
            onClick={() => onRows(rows.filter((other) => other.key !== row.key))}
          >
            <IconX size={16} stroke={1.7} />
          </ActionIcon>
        </div>
      ))}
    </Section>
  );
}
