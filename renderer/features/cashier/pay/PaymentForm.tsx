import { Button, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { formatFen, type Fen } from '#shared/core/money.ts';
import { MethodChoice } from './MethodChoice.tsx';
import { changeOf, paymentOf, usualTenders, type PaymentDraft } from './payment.ts';
import classes from './pay.module.css';

interface PaymentFormProps {
  /** Still to be paid, fen. */
  due: Fen;
  /** Above the button: deposit choice, refusals. */
  children?: ReactNode;
  commit: string;
  onCommit: (payment: PaymentDraft) => Promise<unknown>;
}

/** Amount, method, cash given and change. Enter in the last field or Ctrl+Enter takes the money. */
export function PaymentForm({ due, children, commit, onCommit }: PaymentFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => paymentOf(due));
  const [problem, setProblem] = useState<string | null>(null);
  const set = (changes: Partial<PaymentDraft>) => setDraft((current) => ({ ...current, ...changes }));

  const change = changeOf(draft);
  const cash = draft.method === 'cash';
  const blocked =
    problem ??
    (draft.amount === null || draft.amount === 0
      ? t('cashier.pay.amountMissing')
      : change < 0
        ? t('cashier.pay.tenderedShort', { missing: formatFen(-change) })
        : undefined);

  /** Enter goes from the amount to the cash given, and from the last field to the commit. */
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const field = event.currentTarget.querySelector<HTMLInputElement>('[data-last] input');
    if (field !== null && field !== event.target) field.focus();
    else if (blocked === undefined) void onCommit(draft);
  };

  return (
    <>
      <div className={classes.due}>
        <span>{t('cashier.pay.due')}</span>
        <span className={classes.dueFigure}>
          <Money fen={due} symbol />
        </span>
      </div>
      <MethodChoice value={draft.method} onChange={(method) => set({ method })} />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears what bubbles up from the fields */}
      <div className={classes.pair} onKeyDown={onKeyDown}>
        <div>
          <MoneyInput
            label={t('cashier.pay.amount')}
            value={draft.amount}
            onChange={(amount) => set({ amount })}
            onProblem={setProblem}
            max={due}
            description={
              draft.amount !== null && draft.amount < due ? t('cashier.pay.left', { left: formatFen(due - draft.amount) }) : undefined
            }

            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
            autoFocus={!cash}
          />
        </div>
        {cash ? (
          <div data-last>
            <MoneyInput
              label={t('cashier.pay.tendered')}
              value={draft.tendered}
              onChange={(value) => set({ tendered: value })}
              placeholder={draft.amount === null ? '' : formatFen(draft.amount)}

              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
              autoFocus
            />
          </div>
        ) : (
          <TextInput
            label={t('cashier.pay.reference')}
            value={draft.remarks}
            maxLength={300}
            onChange={(event) => set({ remarks: event.currentTarget.value })}
          />
        )}
      </div>
      {cash && (
        <>
          <div className={classes.tenders}>
            {usualTenders(draft.amount ?? 0).map((amount) => (
              <Button key={amount} size="compact-sm" variant="default" onClick={() => set({ tendered: amount })}>
                {formatFen(amount).replace(/\.00$/, '')}
              </Button>
            ))}
          </div>
          <div className={classes.change} data-tone={change < 0 ? 'bad' : change > 0 ? 'good' : undefined} role="status">
            <span>{t(change < 0 ? 'cashier.pay.missing' : 'cashier.pay.change')}</span>
            <span className={classes.changeFigure}>
              <Money fen={Math.abs(change)} symbol />
            </span>
          </div>
        </>
      )}
      {children}
      <ActionButton fullWidth size="md" shortcut="mod+Enter" onAct={() => onCommit(draft)} blocked={blocked}>
        {commit}
      </ActionButton>
    </>
  );
}
