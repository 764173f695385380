import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { writePickup } from '#shared/modules/pickup/rules.ts';
import { readOrderView, type OrderView } from '../orders/read-order.ts';
import { costOf, linesToBuy, wantedOf } from './pickup-lines.ts';
import { PickupLines } from './PickupLines.tsx';
import { SupplierField, type ChosenSupplier } from './SupplierField.tsx';
import classes from './pickups.module.css';

/** Writes the slip for goods that are bought in for one sale; its number and the customer's name are on it by themselves (S8.37). */
export function PickupEntryPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive((read) => readOrderView(read, id), ['order', id]);
  return (
    <StateView of={found} isEmpty={(view) => view === null} empty={<Empty title={t('counter.order.notFound')} />}>
      {(view) => view && <PickupForm key={view.record.id} view={view} />}
    </StateView>
  );
}

function PickupForm({ view }: { view: OrderView }) {
  const { t } = useTranslation();
  const words = useWords();
  const { print } = useDesk();
  const go = useGo();
  const acting = useAct();
  const { record } = view;
  const [supplier, setSupplier] = useState<ChosenSupplier>({ id: '', name: '' });
  const [lines, setLines] = useState(() => linesToBuy(view));
  const [notes, setNotes] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = wantedOf(lines);
  const blocked =
    problem ??
    (supplier.name.trim() === ''
      ? t('counter.pickup.supplierMissing')
      : wanted.length === 0
        ? t('counter.quantities.nothing')
        : lines.some((line) => (line.quantity ?? 0) > 0 && line.cost === null)
          ? t('counter.pickup.costMissing')
          : undefined);

  async function write(): Promise<void> {
    const saved = await acting.act(writePickup({ order: record.id, supplier, lines: wanted, notes }));
    const slip = saved?.records.find((made) => made.id === saved.answer.pickup);
    if (!slip) return;
    notify.done(t('counter.pickup.written', { no: slip.no }));
    go(`/pickups/${slip.id}`);
    print(slip);
  }

  return (
    <Page
      title={t('counter.pickup.newTitle', { no: record.no })}
      subtitle={record.body.customerName}
      actions={
        <>
          <ActionButton variant="default" onAct={() => go(`/orders/${record.id}`)}>
            {t('counter.pickup.later')}
          </ActionButton>
          <ActionButton shortcut="mod+Enter" onAct={write} blocked={blocked}>
            {t('counter.pickup.commit')}
          </ActionButton>
        </>
      }
    >
      {acting.refusal && (
        <div className={classes.refusal}>
          <RefusalView refusal={acting.refusal} />
        </div>
      )}
      <Section>
        <FormGrid>
          <SupplierField value={supplier} onChange={setSupplier} />
          <TextInput
            label={words.field('pickup', 'notes')}
            value={notes}
            maxLength={500}
            onChange={(event) => setNotes(event.currentTarget.value)}
          />
        </FormGrid>
      </Section>
      <Section title={t('counter.pickup.goods')} hint={t('counter.pickup.goodsHint')}>
        <PickupLines lines={lines} onLines={setLines} onProblem={setProblem} />
        <div className={classes.total}>
          <span>{words.field('pickup', 'cost')}</span>
          <Money fen={costOf(lines)} symbol strong />
        </div>
      </Section>
    </Page>
  );
}
