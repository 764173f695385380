import { Textarea, TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { customerChoice, findCustomers } from '#renderer/desk/find-customers.ts';
import { RecordPicker, type Choice } from '#renderer/ui/RecordPicker.tsx';
import { customerPart } from './begun-from.ts';
import type { QuotationDraft } from './quotation-draft.ts';
import classes from './entry.module.css';

type Part = Pick<QuotationDraft, 'customer'> & Partial<QuotationDraft>;
const NAME_ONLY = 'name-only';

interface EntryHeadProps {
  draft: QuotationDraft;
  set: (changes: Partial<QuotationDraft>) => void;
  onProblem: (problem: string | null) => void;
  error: string | undefined;
  place: Ref<HTMLDivElement>;
}

/** Who it is for and what is needed (G-09). A name without a file is enough for an offer. */
export function EntryHead({ draft, set, onProblem, error, place }: EntryHeadProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const { customer } = draft;
  const search = async (text: string): Promise<Choice<Part>[]> => {
    const found = (await findCustomers(book, text)).map((record): Choice<Part> => ({
      ...customerChoice(record),
      data: customerPart(record),
    }));
    const name = text.trim();
    if (name === '' || found.some(({ label }) => label === name)) return found;
    return [...found, { key: NAME_ONLY, label: name, detail: t('quotations.entry.nameOnly'), data: { customer: { id: '', name } } }];
  };
  const chosen =
    customer.name === '' ? null : { key: customer.id || `${NAME_ONLY} ${customer.name}`, label: customer.name, data: { customer } };
  const textField = (field: 'contact' | 'phone' | 'address', most: number) => (
    <TextInput
      label={t(`quotations.entry.${field}`)}
      value={draft[field]}
      maxLength={most}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <div className={classes.head}>
        <div ref={place}>
          <RecordPicker
            label={t('quotations.entry.customer')}
            placeholder={t('quotations.entry.findCustomer')}
            value={chosen}
            onChange={(choice) => set(choice?.data ?? { customer: { id: '', name: '' } })}
            search={search}
            onProblem={onProblem}
            required
            error={error}
          />
        </div>
        {textField('contact', 60)}
        {textField('phone', 30)}
        {textField('address', 200)}
      </div>
      <div className={classes.pair}>
        <Textarea
          label={t('quotations.entry.need')}
          value={draft.need}
          maxLength={500}
          autosize
          minRows={1}
          maxRows={4}
          onChange={(event) => set({ need: event.currentTarget.value })}
        />
        <Textarea
          label={t('quotations.entry.fit')}
          value={draft.fit}
          maxLength={500}
          autosize
          minRows={1}
          maxRows={4}
          onChange={(event) => set({ fit: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
