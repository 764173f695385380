import { ActionIcon } from '@mantine/core';
import { IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { RecordPicker } from '#renderer/ui/RecordPicker.tsx';
import { searchProducts } from './product-choices.ts';
import classes from './Substitutes.module.css';

export interface SubstitutesProps {
  own: string;
  ids: readonly string[];
  onChange: (ids: string[]) => void;
}

const MOST = 10;

/** What to offer when this product is short, best first (ORD-03). */
export function Substitutes({ own, ids, onChange }: SubstitutesProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const found = useLive(async (read) => read.getMany(ids), ['substitutes', ...ids]);
  const titleOf = (id: string) => (found.state === 'ready' ? (found.value.get(id)?.title ?? id) : '');
  return (
    <>
      {ids.length > 0 && (
        <ol className={classes.list}>
          {ids.map((id, index) => (
            <li key={id}>
              <span className={classes.name}>
                {index + 1}. {titleOf(id)}
              </span>
              {index > 0 && (
                <ActionIcon
                  aria-label={t('warehouse.product.moveUp', { name: titleOf(id) })}
                  onClick={() => onChange(ids.with(index, ids[index - 1] ?? id).with(index - 1, id))}
                >
                  <IconArrowUp size={16} aria-hidden="true" />
                </ActionIcon>
              )}
              <ActionIcon
                aria-label={t('warehouse.product.removeOne', { name: titleOf(id) })}
                onClick={() => onChange(ids.filter((other) => other !== id))}
              >
                <IconX size={16} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      {ids.length < MOST && (
        <RecordPicker
          hideLabel
          label={t('warehouse.product.addSubstitute')}
          placeholder={t('warehouse.product.addSubstitute')}
          value={null}
          search={async (text) => (await searchProducts(book, text)).filter((choice) => choice.key !== own && !ids.includes(choice.key))}
          onChange={(choice) => {
            if (choice) onChange([...ids, choice.key]);
          }}
        />
      )}
    </>
  );
}
