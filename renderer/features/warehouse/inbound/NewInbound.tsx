import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { BoughtForm } from './BoughtForm.tsx';
import { ChoosePickup } from './ChoosePickup.tsx';
import { FinishedForm } from './FinishedForm.tsx';
import { inboundSearch } from './inbound-search.ts';

/** Goods come in: finished ones from the plant (STK-02), or bought ones for a sale (STK-06). */
export function NewInbound() {
  const { t } = useTranslation();
  const go = useGo();
  const [{ type, pickup }, change] = useAddressFilters(inboundSearch);
  const bought = type === 'bought' || pickup !== '';
  const choice = (
    <>
      <Button variant="subtle" onClick={() => go('/documents/inbound')}>
        {t('warehouse.inbound.list')}
      </Button>
      <SegmentedControl
        aria-label={t('warehouse.inbound.title')}
        value={bought ? 'bought' : 'finished'}
        onChange={(value) => change({ type: value === 'bought' ? 'bought' : 'finished', pickup: '' })}
        data={[
          { value: 'finished', label: t('warehouse.inbound.finished') },
          { value: 'bought', label: t('warehouse.inbound.bought') },
        ]}
      />
    </>
  );
  if (!bought) return <FinishedForm choice={choice} />;
  return pickup === '' ? (
    <ChoosePickup choice={choice} onChoose={(id) => change({ type: 'bought', pickup: id })} />
  ) : (
    <BoughtForm key={pickup} choice={choice} pickupId={pickup} onOther={() => change({ type: 'bought', pickup: '' })} />
  );
}
