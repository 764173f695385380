import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useAddressFilters, useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { NoSuchCustomer } from '../file/NoSuchCustomer.tsx';
import { CustomerForm } from './CustomerForm.tsx';
import { editSearch } from './edit-search.ts';
import type { CustomerField } from './form-errors.ts';

/** Changes a file. Only the fields touched here are written, so that somebody else's change of another field stays. */
export function EditCustomerPage() {
  const id = useAddressPart('id');
  const found = useLive((read) => readAs(read, customer, id), [id]);
  return <StateView of={found}>{(record) => (record === null ? <NoSuchCustomer /> : <EditForm record={record} />)}</StateView>;
}

function EditForm({ record }: { record: DocumentRecord<Customer> }) {
  const { t } = useTranslation();
  const go = useGo();
  const [{ field }] = useAddressFilters(editSearch);
  const [changes, setChanges] = useState<Partial<Customer>>({});
  const value = { ...record.body, ...changes };
  const back = () => go(`/customers/${record.id}`);
  return (
    <CustomerForm
      title={t('customers.form.editTitle')}
      subtitle={`${record.no} · ${record.body.name}`}
      id={record.id}
      value={value}
      onChange={(next) => setChanges(changedFrom(record.body, next))}
      focus={isField(field) ? field : 'name'}
      onSaved={() => {
        notify.done(t(Object.keys(changes).length === 0 ? 'customers.form.unchanged' : 'customers.form.saved'));
        back();
      }}
      onCancel={back}
    />
  );
}

function changedFrom(before: Customer, after: Customer): Partial<Customer> {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => before[field as CustomerField] !== value));
}

function isField(text: string): text is CustomerField {
  return text in customer.fields;
}
