import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Day } from '#shared/core/calendar.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import classes from './DeliveryFields.module.css';
import type { DispatchDraft } from './dispatch-draft.ts';

export interface DeliveryFieldsProps {
  value: DispatchDraft;
  onChange: (changes: Partial<DispatchDraft>) => void;
  onProblem: (problem: string | null) => void;
  today: Day;
}

/** Where to, how and when. A self-collection has neither vehicle nor carrier. */
export function DeliveryFields({ value, onChange, onProblem, today }: DeliveryFieldsProps) {
  const { t } = useTranslation();
  const field = (name: 'consignee' | 'phone' | 'address' | 'carrier' | 'vehicle' | 'driver', longest: number, required = false) => (
    <TextInput
      label={t(`warehouse.dispatch.${name}`)}
      value={value[name]}
      maxLength={longest}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      required={required}
    />
  );
  const delivery = value.type === 'delivery';
  return (
    <>
      <div className={classes.type}>
        <SegmentedControl
          aria-label={t('warehouse.dispatch.type')}
          value={value.type}
          onChange={(type) => onChange({ type: type === 'collection' ? 'collection' : 'delivery' })}
          data={[
            { value: 'delivery', label: t('warehouse.dispatch.delivery') },
            { value: 'collection', label: t('warehouse.dispatch.collection') },
          ]}
        />
        <span className={classes.hint}>{delivery ? t('warehouse.dispatch.deliveryHint') : t('warehouse.dispatch.collectionHint')}</span>
      </div>
      <FormGrid columns={3}>
        {field('consignee', 120, true)}
        {field('phone', 30)}
        <DayInput
          label={t('warehouse.dispatch.expected')}
          value={value.expected}
          onChange={(expected) => onChange({ expected })}
          onProblem={onProblem}
          today={today}
          earliest={today}
        />
        {delivery && <WideRow>{field('address', 200)}</WideRow>}
        {delivery && field('vehicle', 20)}
        {delivery && field('driver', 40)}
        {delivery && field('carrier', 60)}
        <WideRow>
          <Textarea
            label={t('warehouse.dispatch.notes')}
            value={value.notes}
            maxLength={300}
            minRows={1}
            onChange={(event) => onChange({ notes: event.currentTarget.value })}
          />
        </WideRow>
      </FormGrid>
    </>
  );
}
