import { NumberInput, TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { addDays } from '#shared/core/calendar.ts';
import type { QuotationDraft } from './quotation-draft.ts';
import classes from './entry.module.css';

interface EntryTermsProps {
  draft: QuotationDraft;
  set: (changes: Partial<QuotationDraft>) => void;
  /** Days it holds when no last day is typed. */
  validDays: number;
  onProblem: (problem: string | null) => void;
  /** The price is below the policy's: a reason is wanted. */
  wantsReason: boolean;
  place: Ref<HTMLDivElement>;
}

/** Payment, delivery, how long it holds, and why the price is below the policy's (QPA-02, QPA-04). */
export function EntryTerms({ draft, set, validDays, onProblem, wantsReason, place }: EntryTermsProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  return (
    <div ref={place}>
      <div className={classes.terms}>
        <TextInput
          label={t('quotations.entry.payment')}
          value={draft.payment}
          maxLength={300}
          onChange={(event) => set({ payment: event.currentTarget.value })}
        />
        <NumberInput
          label={t('quotations.entry.creditDays')}
          value={draft.creditDays}
          min={0}
          max={365}
          allowDecimal={false}
          hideControls
          onChange={(value) => set({ creditDays: typeof value === 'number' ? Math.round(value) : 0 })}
        />
        <DayInput
          label={t('quotations.entry.deliverOn')}
          value={draft.deliverOn}
          onChange={(deliverOn) => set({ deliverOn })}
          today={today}
          earliest={today}
        />
        <TextInput
          label={t('quotations.entry.deliverTo')}
          value={draft.deliverTo}
          maxLength={200}
          onChange={(event) => set({ deliverTo: event.currentTarget.value })}
        />
        <DayInput
          label={t('quotations.entry.validUntil')}
          value={draft.validUntil}
          onChange={(validUntil) => set({ validUntil })}
          today={today}
          earliest={today}
          placeholder={addDays(today, validDays)}
        />
        <div className={classes.wide}>
          <TextInput
            label={t('quotations.entry.notes')}
            value={draft.notes}
            maxLength={500}
            onChange={(event) => set({ notes: event.currentTarget.value })}
          />
        </div>
        <MoneyInput
          label={t('quotations.entry.discount')}
          value={draft.discount}
          onChange={(discount) => set({ discount })}
          onProblem={onProblem}
        />
        {wantsReason && (
          <div className={classes.wide}>
            <TextInput
              label={t('quotations.entry.reason')}
              value={draft.reason}
              maxLength={300}
              onChange={(event) => set({ reason: event.currentTarget.value })}
            />
          </div>
        )}
      </div>
    </div>
  );
}
