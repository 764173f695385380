import { useTranslation } from '#renderer/ui/i18n.ts';
import { ShortcutHint } from '#renderer/ui/ShortcutHint.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { orderClasses, type OrderClass } from '#shared/modules/order/module.ts';
import classes from './sale.module.css';

interface ClassChoiceProps {
  value: OrderClass;
  onChange: (value: OrderClass) => void;
}

/** The five kinds of sale (SHP-01), each with a key of its own: the class decides the order of money, goods and papers. */
export function ClassChoice({ value, onChange }: ClassChoiceProps) {
  const { t } = useTranslation();
  useShortcut('alt+1', () => onChange('carry'));
  useShortcut('alt+2', () => onChange('collect'));
  useShortcut('alt+3', () => onChange('shortage'));
  useShortcut('alt+4', () => onChange('account'));
  useShortcut('alt+5', () => onChange('delivery'));
  return (
    <fieldset className={classes.classes} aria-label={t('counter.sale.class')}>
      {orderClasses.map((kind, index) => (
        <label key={kind} className={classes.class}>
          <input type="radio" name="class" value={kind} checked={value === kind} onChange={() => onChange(kind)} />
          <span className={classes.className}>
            <span className={classes.classWord}>{t(`counter.className.${kind}`)}</span>
            <ShortcutHint keys={`alt+${index + 1}`} />
          </span>
          <span className={classes.classHint}>{t(`counter.classHint.${kind}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
