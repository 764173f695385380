import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { orderFromContract } from '#shared/modules/contract/delivery.ts';
import { ActDialog } from '../ActDialog.tsx';
import type { ContractView } from '../contract/read-contract.ts';
import { countedOf, LineQuantities, startOf } from './LineQuantities.tsx';
import { usePlaces } from './use-places.ts';

/** An order for delivery at the contract's prices, of what is not ordered yet (ORD-06). */
export function OrderDialog({ view, onClose }: { view: ContractView; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const places = usePlaces();
  const { record, progress } = view;
  const lines = record.body.lines.flatMap(({ name, spec, unit }, line) => {
    const open = progress[line]?.open.quantity ?? 0;
    return open > 0 ? [{ line, name, spec, unit, open, start: open }] : [];
  });
  const [counted, setCounted] = useState(() => startOf(lines));
  const [chosen, setChosen] = useState('');
  const [deliverOn, setDeliverOn] = useState(record.body.deliverOn < today ? '' : record.body.deliverOn);
  const [address, setAddress] = useState(record.body.deliverTo || record.body.address);
  const [notes, setNotes] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const location = chosen || (places[0]?.value ?? '');
  const moved = countedOf(counted);
  return (
    <ActDialog
      title={t('contracts.order.title', { no: record.no })}
      commit={t('contracts.order.commit')}
      decide={() => orderFromContract({ contract: record.id, lines: moved, location, deliverOn, address, notes })}
      done={t('contracts.order.done')}
      onClose={onClose}
      blocked={problem ?? (moved.length === 0 ? t('contracts.quantities.nothing') : undefined)}
      size={640}
    >
      <LineQuantities lines={lines} value={counted} onChange={setCounted} onProblem={setProblem} />
      <FormGrid>
        <Select
          label={words.field('order', 'location')}
          data={[...places]}
          value={location === '' ? null : location}
          onChange={(value) => setChosen(value ?? '')}
          allowDeselect={false}
        />
        <DayInput label={words.field('order', 'deliverOn')} value={deliverOn} onChange={setDeliverOn} today={today} earliest={today} />
        <WideRow>
          <TextInput
            label={words.field('order', 'address')}
            value={address}
            maxLength={200}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        </WideRow>
        <WideRow>
          <TextInput
            label={words.field('order', 'notes')}
            value={notes}
            maxLength={300}
            onChange={(event) => setNotes(event.currentTarget.value)}
          />
        </WideRow>
      </FormGrid>
    </ActDialog>
  );
}
