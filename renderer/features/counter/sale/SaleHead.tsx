import { NumberInput, Select, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { orderChannels } from '#shared/modules/order/module.ts';
import { CustomerField } from './CustomerField.tsx';
import { takesCredit, type SaleDraft, type SaleGap } from './sale-draft.ts';
import type { SalePlace } from './use-places.ts';
import classes from './sale.module.css';

interface SaleHeadProps {
  sale: SaleDraft;
  set: (changes: Partial<SaleDraft>) => void;
  places: readonly SalePlace[];
  /** Shown once a commit was tried. */
  gaps: readonly SaleGap[];
  customerPlace: RefObject<HTMLDivElement | null>;
  onCreate: (name: string) => void;
  /** What was typed as the customer means several: the sale waits until one is chosen. */
  onProblem: (problem: string | null) => void;
}

/** Who buys, where it comes from and when it is wanted. Only the fields the class of sale needs. */
export function SaleHead({ sale, set, places, gaps, customerPlace, onCreate, onProblem }: SaleHeadProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const setCustomer = (changes: Partial<SaleDraft['customer']>) => set({ customer: { ...sale.customer, ...changes } });
  return (
    <div className={classes.head}>
      <CustomerField
        place={customerPlace}
        value={sale.customer}
        onChange={({ customer, creditDays }) => set({ customer, creditDays })}
        onProblem={onProblem}
        onCreate={onCreate}
        required={sale.class !== 'carry'}
        error={gaps.includes('customer') ? t('counter.gap.customer') : undefined}
      />
      <TextInput
        label={t('counter.sale.phone')}
        inputMode="tel"
        value={sale.customer.phone}
        onChange={(event) => setCustomer({ phone: event.currentTarget.value })}
        error={gaps.includes('phone') ? t('counter.gap.phone') : undefined}
      />
      <Select
        label={t('counter.sale.channel')}
        data={orderChannels.map((value) => ({ value, label: words.value('channel', value) }))}
        value={sale.channel}
        onChange={(value) => set({ channel: orderChannels.find((known) => known === value) ?? 'counter' })}
        allowDeselect={false}
      />
      <Select
        label={t('counter.sale.location')}
        data={places.map(({ id, name }) => ({ value: id, label: name }))}
        value={sale.location === '' ? null : sale.location}
        onChange={(value) => set({ location: value ?? '' })}
        allowDeselect={false}
        error={gaps.includes('location') ? t('counter.gap.location') : undefined}
      />
      {(sale.class === 'collect' || sale.class === 'shortage' || sale.class === 'delivery') && (
        <DayInput
          label={t(sale.class === 'delivery' ? 'counter.sale.deliverOn' : 'counter.sale.collectOn')}
          value={sale.deliverOn}
          onChange={(deliverOn) => set({ deliverOn })}
          today={today}
          earliest={today}
        />
      )}
      {sale.class === 'delivery' && (
        <TextInput
          className={classes.address}
          label={t('counter.sale.address')}
          value={sale.customer.address}
          onChange={(event) => setCustomer({ address: event.currentTarget.value })}
        />
      )}
      {takesCredit(sale.class) && (
        <NumberInput
          label={t('counter.sale.creditDays')}
          value={sale.creditDays}
          onChange={(value) => set({ creditDays: typeof value === 'number' ? Math.round(value) : 0 })}
          min={0}
          max={365}
          allowDecimal={false}
          hideControls
        />
      )}
    </div>
  );
}
