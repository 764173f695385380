import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RailPanel } from '#renderer/ui/EntryForm.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { saveCustomer } from '#shared/modules/customer/rules.ts';
import { saleCustomerOf, type FoundCustomer } from './customer-choices.ts';
import { emptyCustomer, useDoubles } from './new-customer.ts';
import classes from './sale.module.css';

interface NewCustomerDialogProps {
  /** Name or phone number already typed. */
  name: string;
  onClose: () => void;
  onChoose: (chosen: FoundCustomer) => void;
}

/** A customer's file opened in the middle of a sale: the few fields the counter needs, and who it might be already (CRM-01, CRM-12). */
export function NewCustomerDialog({ name, onClose, onChoose }: NewCustomerDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { book } = useDesk();
  const acting = useAct();
  const [body, setBody] = useState<Customer>(() => emptyCustomer(name));
  const doubles = useDoubles(body);
  const set = (changes: Partial<Customer>) => {
    setBody((current) => ({ ...current, ...changes }));
    acting.clear();
  };
  const person = body.type === 'person';
  const field = (key: 'name' | 'contact' | 'phone' | 'address' | 'industry') => ({
    label: words.field('customer', key),
    value: body[key],
    onChange: (event: { currentTarget: HTMLInputElement }) => set({ [key]: event.currentTarget.value }),
  });

  async function save(confirmed: boolean): Promise<void> {
    const trimmed = { ...body, name: body.name.trim(), phone: body.phone.trim() };
    const saved = await acting.act(saveCustomer({ id: '', body: trimmed, candidates: doubles.map(({ id }) => id), confirmed }));
    const record = saved?.records.find((made) => made.id === saved.answer.customer);
    if (record) onChoose({ customer: saleCustomerOf(customer.read(record)), creditDays: trimmed.creditDays });
  }
  async function choose(id: string): Promise<void> {
    const found = await book.get(id);
    if (found?.kind !== customer.kind) return;
    const file = customer.read(found);
    onChoose({ customer: saleCustomerOf(file), creditDays: file.body.creditDays });
  }

  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('counter.newCustomer.title')}
      commit={t(doubles.length > 0 ? 'counter.newCustomer.saveAnyway' : 'counter.newCustomer.save')}
      onCommit={() => save(doubles.length > 0)}
      blocked={body.name.trim() === '' ? t('counter.newCustomer.nameMissing') : undefined}
      size={560}
    >
      <FormGrid>
        <WideRow>
          <SegmentedControl
            aria-label={words.field('customer', 'type')}
            data={(['person', 'organisation'] as const).map((value) => ({ value, label: words.value('type', value) }))}
            value={body.type}
            onChange={(type) => set({ type })}
          />
        </WideRow>
        <TextInput {...field('name')} required data-autofocus={body.name === '' || undefined} />
        <TextInput {...field('phone')} inputMode="tel" required={person} data-autofocus={body.name !== '' || undefined} />
        {!person && <TextInput {...field('contact')} />}
        {!person && <TextInput {...field('industry')} />}
        <WideRow>
          <TextInput {...field('address')} />
        </WideRow>
      </FormGrid>
      {doubles.length > 0 && (
        <RailPanel tone="warn" role="alert" title={t('counter.newCustomer.doubles', { count: doubles.length })}>
          <ul className={classes.list}>
            {doubles.map((double) => (
              <li key={double.id} className={classes.listRow}>
                <span>
                  {double.name} <span className={classes.dim}>{t(`counter.newCustomer.by.${double.by}`)}</span>
                </span>
                <Button size="compact-xs" variant="default" onClick={() => void choose(double.id)}>
                  {t('counter.newCustomer.take')}
                </Button>
              </li>
            ))}
          </ul>
        </RailPanel>
      )}
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
