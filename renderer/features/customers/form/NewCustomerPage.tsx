import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { isSame } from '#shared/core/canonical.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useDraft, type Draft } from '#renderer/desk/use-draft.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { blankCustomer } from './blank-customer.ts';
import { CustomerForm } from './CustomerForm.tsx';
import { editSearch } from './edit-search.ts';

/** A draft may lack its name; it must have the shape of this version. */
function parseDraft(body: unknown): Customer | null {
  const parsed = customer.schema.safeParse({ ...(body as Customer), name: '-' });
  return parsed.success ? (body as Customer) : null;
}

/** A new file; what is typed survives a power cut. */
export function NewCustomerPage() {
  const [{ name, phone }] = useAddressFilters(editSearch);
  const initial = { ...blankCustomer, ...startOf(name), ...(phone === '' ? {} : { phone }) };
  const draft = useDraft('customer', initial, parseDraft, (value) => value.name);
  if (!draft.ready) return <StateView of={{ state: 'loading' }}>{() => null}</StateView>;
  return <NewForm draft={draft} initial={initial} />;
}

function NewForm({ draft, initial }: { draft: Draft<Customer>; initial: Customer }) {
  const { t } = useTranslation();
  const go = useGo();
  const [kept] = useState(!isSame(draft.value, initial));
  return (
    <CustomerForm
      title={t('customers.form.newTitle')}
      {...(kept ? { subtitle: t('customers.form.kept') } : {})}
      id=""
      value={draft.value}
      onChange={draft.change}
      onSaved={(id) => {
        notify.done(t('customers.form.saved'));
        void draft.discard(blankCustomer);
        go(`/customers/${id}`);
      }}
      onCancel={() => go('/customers')}
      onDiscard={isSame(draft.value, blankCustomer) ? undefined : () => void draft.discard(blankCustomer)}
    />
  );
}

/** What somebody searched for in vain: digits are a phone number, anything else a name. */
function startOf(text: string): Partial<Customer> {
  return /^[\d\s+-]{5,}$/.test(text) ? { phone: text } : { name: text };
}
