import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { saveCustomer } from '#shared/modules/customer/rules.ts';
import type { Visit } from '#shared/modules/visit/module.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { customerChoice, doubleCandidates, findCustomers } from '#renderer/desk/find-customers.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { RecordPicker, type Choice } from '#renderer/ui/RecordPicker.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import classes from './CustomerLink.module.css';

/** A customer's file by id and name. */
export type CustomerChoice = Choice<null>;

export interface CustomerLinkProps {
  /** A new file takes name, phone and need from it. */
  visit: DocumentRecord<Visit>;
  value: CustomerChoice | null;
  onChange: (value: CustomerChoice | null) => void;
  /** A new file is being saved: who commits now would leave it out. */
  onBusy: (busy: boolean) => void;
}

/** Whose file the visit belongs to: an existing one, or a new one made on the spot. */
export function CustomerLink({ visit, value, onChange, onBusy }: CustomerLinkProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const { act, refusal, clear } = useAct();
  const [named, setNamed] = useState('');

  const create = async (name: string, confirmed: boolean) => {
    setNamed(name);
    const body = { ...fileOf(visit.body), name };
    onBusy(true);
    const saved = await act(saveCustomer({ id: '', body, candidates: doubleCandidates(book, body), confirmed, source: visit.id }));
    if (saved) onChange({ key: saved.answer.customer, label: name, data: null });
    onBusy(false);
  };
  const takeDouble = () => {
    clear();
    onChange({ key: String(double?.id), label: String(double?.names).split('、')[0] ?? '', data: null });
  };
  const double = refusal?.code === 'LikelyDouble' ? refusal.values : undefined;

  return (
    <div>
      <RecordPicker
        label={t('reception.close.customer')}
        description={t('reception.close.customerHint')}
        value={value}
        onChange={(choice) => {
          clear();
          onChange(choice);
        }}
        search={async (text) => (await findCustomers(book, text || visit.body.phone || visit.body.name)).map(linkChoice)}
        onCreate={(text) => void create(text, false)}
      />
      {value === null && visit.body.name !== '' && refusal === null && (
        <Button size="xs" variant="subtle" mt={4} onClick={() => void create(visit.body.name, false)}>
          {t('common.picker.createNew', { text: visit.body.name })}
        </Button>
      )}
      {double !== undefined && (
        <div className={classes.double} role="alert">
          <span>
            {t('reception.close.doubleTitle')}：{double.names}
          </span>
          <Button size="xs" variant="default" onClick={takeDouble}>
            {t('reception.close.useExisting')}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => void create(named, true)}>
            {t('reception.close.another')}
          </Button>
        </div>
      )}
      {refusal !== null && double === undefined && <RefusalView refusal={refusal} />}
    </div>
  );
}

export function linkChoice(record: DocumentRecord<Customer>): CustomerChoice {
  return { ...customerChoice(record), data: null };
}

/** What a visit says of a person, as the beginning of a file. */
function fileOf(body: Visit): Customer {
  return {
    type: 'person',
    name: body.name,
    contact: '',
    phone: body.phone,
    otherPhone: '',
    address: '',
    industry: '',
    size: '',
    web: '',
    class: 'potential',
    level: 'N',
    birthday: '',
    interests: body.need,
    creditLimit: 0,
    creditDays: 0,
    notes: '',
  };
}
