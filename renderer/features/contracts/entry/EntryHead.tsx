import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { customerChoice, findCustomers } from '#renderer/desk/find-customers.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { RecordPicker } from '#renderer/ui/RecordPicker.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import type { ApplicationDraft } from './application-draft.ts';
import classes from './entry.module.css';

interface EntryHeadProps {
  draft: ApplicationDraft;
  set: (changes: Partial<ApplicationDraft>) => void;
  onCustomer: (file: DocumentRecord<Customer> | null) => void;
  onProblem: (problem: string | null) => void;
  /** Shown once a commit was tried. */
  error: string | undefined;
  place: RefObject<HTMLDivElement | null>;
}

/** With whom, and what the customer means to order. */
export function EntryHead({ draft, set, onCustomer, onProblem, error, place }: EntryHeadProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { book } = useDesk();
  const field = (key: 'contact' | 'phone' | 'intention' | 'productGroup', most: number) => ({
    label: words.field('application', key),
    value: draft[key],
    maxLength: most,
    onChange: (event: { currentTarget: { value: string } }) => set({ [key]: event.currentTarget.value }),
  });
  return (
    <div className={classes.head}>
      <div ref={place}>
        <RecordPicker<DocumentRecord<Customer> | null>
          label={words.field('application', 'customerName')}
          placeholder={t('contracts.entry.findCustomer')}
          value={draft.party === '' ? null : { key: draft.party, label: draft.customerName, data: null }}
          onChange={(choice) => onCustomer(choice?.data ?? null)}
          search={async (text) => (await findCustomers(book, text)).map(customerChoice)}
          onProblem={onProblem}
          required
          error={error}
        />
      </div>
      <TextInput {...field('contact', 60)} />
      <TextInput {...field('phone', 30)} inputMode="tel" />
      <TextInput {...field('productGroup', 40)} />
      <div className={classes.wide}>
        <TextInput {...field('intention', 500)} placeholder={t('contracts.entry.intentionHint')} />
      </div>
    </div>
  );
}

/** How it is delivered and paid, in words; what else was agreed. */
export function EntryTerms({ draft, set }: Pick<EntryHeadProps, 'draft' | 'set'>) {
  const words = useWords();
  const { today } = useDesk();
  return (
    <FormGrid columns={4}>
      <DayInput
        label={words.field('application', 'deliverOn')}
        value={draft.deliverOn}
        onChange={(deliverOn) => set({ deliverOn })}
        today={today}
        earliest={today}
      />
      <TextInput
        label={words.field('application', 'deliverTo')}
        value={draft.deliverTo}
        maxLength={200}
        onChange={(event) => set({ deliverTo: event.currentTarget.value })}
      />
      <TextInput
        label={words.field('application', 'payment')}
        value={draft.payment}
        maxLength={300}
        onChange={(event) => set({ payment: event.currentTarget.value })}
      />
      <Checkbox
        mt={26}
        label={words.field('application', 'needsService')}
        checked={draft.needsService}
        onChange={(event) => set({ needsService: event.currentTarget.checked })}
      />
      <WideRow>
        <Textarea
          label={words.field('application', 'notes')}
          value={draft.notes}
          maxLength={1000}
          autosize
          minRows={1}
          maxRows={4}
          onChange={(event) => set({ notes: event.currentTarget.value })}
        />
      </WideRow>
    </FormGrid>
  );
}
