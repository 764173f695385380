import { IconBackspace } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { PinAnswer } from './pin-answer.ts';
import classes from './PinPad.module.css';

export type { PinAnswer } from './pin-answer.ts';

export interface PinPadProps {
  /** Whose PIN. */
  label: string;
  /** The pad empties itself after a wrong one and says what is left to try. */
  onPin: (pin: string) => Promise<PinAnswer>;
  /** Default 4. */
  least?: number;
  /** Default 12. */
  most?: number;
}

/** A PIN by keyboard or by touch. How long the right one is stays unknown: it is sent with Enter. */
export function PinPad({ label, onPin, least = 4, most = 12 }: PinPadProps) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState('');
  const [wait, setWait] = useState(0);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  const change = (text: string) => {
    setPin(text.normalize('NFKC').replace(/\D/g, '').slice(0, most));
    setProblem('');
  };
  const press = (digit: string) => {
    change(pin + digit);
    input.current?.focus();
  };
  const send = async () => {
    if (pending || wait > 0) return;
    if (pin.length < least) {
      setProblem(t('common.pin.short', { least }));
      return;
    }
    setPending(true);
    try {
      const answer = await onPin(pin);
      if (answer.right) return;
      setWait(answer.waitSeconds);
      setProblem(answer.waitSeconds > 0 ? '' : t('common.pin.wrong', { count: answer.triesLeft }));
    } finally {
      setPending(false);
      setPin('');
      input.current?.focus();
    }
  };
  const message = wait > 0 ? t('common.pin.wait', { seconds: wait }) : problem;

  return (
    <form
      className={classes.pad}
      data-wrong={message !== '' || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className={classes.label}>
        {label}
        <input
          ref={input}
          className={classes.input}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the pad is what the user came for
          autoFocus
          value={pin}
          disabled={wait > 0}
          aria-invalid={message !== '' || undefined}
          onChange={(event) => change(event.currentTarget.value)}
        />
      </label>
      <div className={classes.keys}>
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
          <button key={digit} type="button" className={classes.key} tabIndex={-1} disabled={wait > 0} onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        <button
          type="button"
          className={classes.key}
          tabIndex={-1}
          disabled={wait > 0}
          aria-label={t('common.pin.backspace')}
          onClick={() => change(pin.slice(0, -1))}
        >
          <IconBackspace size={20} stroke={1.5} aria-hidden="true" />
        </button>
        <button type="button" className={classes.key} tabIndex={-1} disabled={wait > 0} onClick={() => press('0')}>
          0
        </button>
        <button type="submit" className={`${classes.key} ${classes.ok}`} disabled={wait > 0 || pending}>
          {t('common.pin.ok')}
        </button>
      </div>
      <p className={classes.problem} role="alert">
        {message}
      </p>
    </form>
  );
}
