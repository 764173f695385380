import { useRef, type Ref } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { RecordPicker, type Choice } from '#renderer/ui/RecordPicker.tsx';
import classes from './sale.module.css';
import { searchCustomers, walkInCalled, type FoundCustomer, type SaleCustomer } from './customer-choices.ts';

interface CustomerFieldProps {
  value: SaleCustomer;
  onChange: (value: FoundCustomer) => void;
  /** Opens the form of a new customer's file. */
  onCreate: (name: string) => void;
  required: boolean;
  error?: string | undefined;
  /** The element around the field, so that a key can bring the focus here. */
  place: Ref<HTMLDivElement>;
}

const WALK_IN = 'walk-in';

/**
 * Who buys: a file found by name, pinyin or phone, or just a name for the slip. A name typed and left is taken as typed:
 * the customer is standing there, nothing he said may be lost.
 */
export function CustomerField({ value, onChange, onCreate, required, error, place }: CustomerFieldProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const typed = useRef('');

  const walkIn = (text: string): Choice<FoundCustomer> => ({
    key: WALK_IN,
    label: text,
    detail: t('counter.customer.nameOnly'),
    data: { customer: walkInCalled(text), creditDays: 0 },
  });
  const search = async (text: string): Promise<Choice<FoundCustomer>[]> => {
    typed.current = text.trim();
    const found = await searchCustomers(book, text);
    return typed.current === '' ? found : [...found, walkIn(text.trim())];
  };
  const take = (choice: Choice<FoundCustomer> | null) => {
    typed.current = '';
    onChange(choice?.data ?? { customer: walkInCalled(''), creditDays: 0 });
  };
  const leave = () => {
    if (typed.current !== '') take(walkIn(typed.current));
  };
  const chosen =
    value.name === '' ? null : { key: value.id === '' ? WALK_IN : value.id, label: value.name, data: { customer: value, creditDays: 0 } };

  return (
    <div ref={place} className={classes.customer} onBlur={leave}>
      <RecordPicker
        label={t('counter.sale.customer')}
        placeholder={required ? t('counter.customer.find') : t('counter.customer.findOrWalkIn')}
        value={chosen}
        onChange={take}
        search={search}
        onCreate={(name) => {
          typed.current = '';
          onCreate(name);
        }}
        required={required}
        error={error}
      />
    </div>
  );
}
