import type { Ref } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { RecordPicker, type Choice } from '#renderer/ui/RecordPicker.tsx';
import classes from './sale.module.css';
import { searchCustomers, walkInCalled, type FoundCustomer, type SaleCustomer } from './customer-choices.ts';

interface CustomerFieldProps {
  value: SaleCustomer;
  onChange: (value: FoundCustomer) => void;
  /** Opens the form of a new customer's file. */
  onCreate: (name: string) => void;
  onProblem: (problem: string | null) => void;
  required: boolean;
  error?: string | undefined;
  /** The element around the field, so that a key can bring the focus here. */
  place: Ref<HTMLDivElement>;
}

const WALK_IN = 'walk-in';

/**
 * Who buys: a file found by name, pinyin or phone, or just a name for the slip. The name as typed is always among the choices, last: it is
 * what a name typed and left means, when no file has exactly this name.
 */
export function CustomerField({ value, onChange, onCreate, onProblem, required, error, place }: CustomerFieldProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const search = async (text: string): Promise<Choice<FoundCustomer>[]> => {
    const found = await searchCustomers(book, text);
    const name = text.trim();
    if (name === '' || found.some((choice) => choice.label === name)) return found;
    const data = { customer: walkInCalled(name), creditDays: 0 };
    return [...found, { key: WALK_IN, label: name, detail: t('counter.customer.nameOnly'), data }];
  };
  const chosen =
    value.name === ''
      ? null
      : { key: value.id === '' ? `${WALK_IN} ${value.name}` : value.id, label: value.name, data: { customer: value, creditDays: 0 } };
  return (
    <div ref={place} className={classes.customer}>
      <RecordPicker
        label={t('counter.sale.customer')}
        placeholder={required ? t('counter.customer.find') : t('counter.customer.findOrWalkIn')}
        value={chosen}
        onChange={(choice) => onChange(choice?.data ?? { customer: walkInCalled(''), creditDays: 0 })}
        search={search}
        onCreate={onCreate}
        onProblem={onProblem}
        required={required}
        error={error}
      />
    </div>
  );
}
