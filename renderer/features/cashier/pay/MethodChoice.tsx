import { useTranslation } from '#renderer/ui/i18n.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ShortcutHint } from '#renderer/ui/ShortcutHint.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { methods, type Method } from '#shared/modules/fields.ts';
import classes from './pay.module.css';

interface MethodChoiceProps {
  value: Method;
  onChange: (value: Method) => void;
}

/** How the money comes: one key each. */
export function MethodChoice({ value, onChange }: MethodChoiceProps) {
  const { t } = useTranslation();
  const words = useWords();
  useShortcut('alt+1', () => onChange('cash'));
  useShortcut('alt+2', () => onChange('wechat'));
  useShortcut('alt+3', () => onChange('alipay'));
  useShortcut('alt+4', () => onChange('card'));
  useShortcut('alt+5', () => onChange('transfer'));
  useShortcut('alt+6', () => onChange('cheque'));
  return (
    <fieldset className={classes.methods} aria-label={t('cashier.pay.method')}>
      {methods.map((method, index) => (
        <label key={method} className={classes.method}>
          <input type="radio" name="method" value={method} checked={value === method} onChange={() => onChange(method)} />
          {words.method(method)}
          <ShortcutHint keys={`alt+${index + 1}`} />
        </label>
      ))}
    </fieldset>
  );
}
