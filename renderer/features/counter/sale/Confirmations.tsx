import { Checkbox } from '@mantine/core';
import { RailPanel } from '#renderer/ui/EntryForm.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { ShortcutHint } from '#renderer/ui/ShortcutHint.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { confirmable, type SaleDraft } from './sale-draft.ts';
import classes from './sale.module.css';

interface ConfirmationsProps {
  value: SaleDraft['confirmed'];
  onChange: (value: SaleDraft['confirmed']) => void;
}

/** What the customer has said yes to (G-21): all at once, or each by itself when something is still open. */
export function Confirmations({ value, onChange }: ConfirmationsProps) {
  const { t } = useTranslation();
  const count = confirmable.filter((item) => value[item]).length;
  const all = count === confirmable.length;
  const setAll = (yes: boolean) => onChange({ quantity: yes, specification: yes, price: yes, delivery: yes });
  useShortcut('F8', () => setAll(!all));
  return (
    <RailPanel>
      <Checkbox
        label={
          <>
            {t('counter.confirm.all')} <ShortcutHint keys="F8" />
          </>
        }
        checked={all}
        indeterminate={count > 0 && !all}
        onChange={(event) => setAll(event.currentTarget.checked)}
      />
      <div className={classes.ticks}>
        {confirmable.map((item) => (
          <Checkbox
            key={item}
            size="xs"
            label={t(`counter.confirm.${item}`)}
            checked={value[item]}
            onChange={(event) => onChange({ ...value, [item]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </RailPanel>
  );
}
