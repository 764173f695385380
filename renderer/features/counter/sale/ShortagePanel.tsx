import { Button, Checkbox, Radio } from '@mantine/core';
import { useRef } from 'react';
import { RailPanel } from '#renderer/ui/EntryForm.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { ShortcutHint } from '#renderer/ui/ShortcutHint.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { formatMilli } from '#shared/core/money.ts';
import type { SaleDraft } from './sale-draft.ts';
import type { ShortGoods } from './use-shortage.ts';
import classes from './sale.module.css';

interface ShortagePanelProps {
  short: readonly ShortGoods[];
  value: SaleDraft['shortage'];
  onChange: (value: SaleDraft['shortage']) => void;
  /** Takes the substitute for what is missing. */
  onSubstitute: (product: string, substitute: string) => void;
}

const choices = ['substitute', 'purchase', 'wait'] as const;

/** What is not there, what could stand in for it, and what the customer was told and chose (ORD-03, G-23). */
export function ShortagePanel({ short, value, onChange, onSubstitute }: ShortagePanelProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLElement>(null);
  useShortcut('F6', () => place.current?.querySelector<HTMLElement>('input[type="radio"]:checked, input[type="radio"]')?.focus());
  return (
    <RailPanel ref={place} tone="warn" title={t('counter.shortage.title')} end={<ShortcutHint keys="F6" />}>
      <ul className={classes.list}>
        {short.map((goods) => (
          <li key={goods.product}>
            <div className={classes.listRow}>
              <span>{goods.name}</span>
              <strong className={classes.short}>
                {t('counter.shortage.missing', { quantity: formatMilli(goods.missing), unit: goods.unit })}
              </strong>
            </div>
            {goods.elsewhere.length > 0 && (
              <p className={classes.hint}>
                {goods.elsewhere
                  .map((place) => t('counter.stock.place', { name: place.name, free: formatMilli(place.free) }))
                  .join(t('common.listSeparator'))}
              </p>
            )}
            {goods.substitutes.map((other) => (
              <div key={other.product} className={classes.listRow}>
                <span className={classes.dim}>{t('counter.shortage.instead', { name: other.name, free: formatMilli(other.free) })}</span>
                <Button size="compact-xs" variant="default" onClick={() => onSubstitute(goods.product, other.product)}>
                  {t('counter.shortage.take')}
                </Button>
              </div>
            ))}
          </li>
        ))}
      </ul>
      <Checkbox
        mt="xs"
        label={t('counter.shortage.told')}
        checked={value.told}
        onChange={(event) => onChange({ ...value, told: event.currentTarget.checked })}
      />
      <Radio.Group
        mt="xs"
        aria-label={t('counter.shortage.choice')}
        value={value.choice}
        onChange={(next) => {
          const choice = choices.find((known) => known === next);
          // Whoever chose was told.
          if (choice) onChange({ told: true, choice });
        }}
      >
        <div className={classes.list}>
          {choices.map((choice) => (
            <Radio key={choice} size="xs" value={choice} label={t(`counter.shortage.choices.${choice}`)} />
          ))}
        </div>
      </Radio.Group>
    </RailPanel>
  );
}
