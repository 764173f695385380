import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { receiveBought } from '#shared/modules/inbound/rules.ts';
import { order, type Order } from '#shared/modules/order/module.ts';
import { pickup, type Pickup } from '#shared/modules/pickup/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { isCounted, toLines } from '../dispatch/counted.ts';
import { CountTable } from '../dispatch/CountTable.tsx';
import { useCount } from '../dispatch/use-count.ts';
import { PageLink } from '../PageLink.tsx';
import classes from './BoughtForm.module.css';
import { usePlaces } from './use-places.ts';

export interface BoughtFormProps {
  choice: ReactNode;
  pickupId: string;
  onOther: () => void;
}

interface Coming {
  slip: DocumentRecord<Pickup>;
  order: DocumentRecord<Order> | null;
  onHand: ReadonlyMap<string, Milli>;
}

/** Bought goods of one pick-up slip: counted in, with both copies on the table (STK-06, G-35). */
export function BoughtForm({ choice, pickupId, onOther }: BoughtFormProps) {
  const { t } = useTranslation();
  const found = useLive((read) => readComing(read, pickupId), ['coming', pickupId]);
  const other = (
    <Button variant="default" onClick={onOther}>
      {t('warehouse.inbound.otherPickup')}
    </Button>
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('warehouse.inbound.noPickup')} action={other} />}>
      {(value) => value && <Counting coming={value} choice={choice} onOther={onOther} />}
    </StateView>
  );
}

function Counting({ coming, choice, onOther }: { coming: Coming; choice: ReactNode; onOther: () => void }) {
  const { t } = useTranslation();
  const { print } = useDesk();
  const { act, refusal, clear } = useAct();
  const go = useGo();
  const places = usePlaces();
  const { slip, order: sale, onHand } = coming;
  const count = useCount(slip.id, slip.no);
  const [place, setPlace] = useState('');
  const [slipNo, setSlipNo] = useState('');
  const [pickupCopy, setPickupCopy] = useState(false);
  const [slipCopy, setSlipCopy] = useState(false);
  const lines = slip.body.lines.map((line, index) => ({ ...line, line: index }));
  // Where the sale takes its goods from, unless somebody says otherwise.
  const location = place === '' ? (sale?.body.location ?? places[0]?.value ?? '') : place;
  const open = ['recorded', 'drawn'].includes(slip.status);

  const blocked = !open
    ? t('warehouse.inbound.notComing')
    : location === ''
      ? t('warehouse.inbound.locationMissing')
      : count.problems.size > 0
        ? t('warehouse.write.wrong')
        : isCounted(lines, count.counted)
          ? undefined
          : t('warehouse.next.countAll');
  const commit = async () => {
    const counted = toLines(lines, count.counted, count.pieces);
    const saved = await act(receiveBought(slip.id, { location, slipNo: slipNo.trim(), pickupCopy, slipCopy, counted, notes: '' }));
    const entry = saved?.records.find((record) => record.kind === 'inbound');
    if (!entry) return;
    await count.done();
    notify.done(t('warehouse.inbound.done', { no: entry.no }));
    print(entry, 'inbound-slip');
    go(`/inbound/${entry.id}`);
  };
  return (
    <Page
      title={t('warehouse.inbound.bought')}
      subtitle={[slip.no, slip.body.supplierName].join(' · ')}
      actions={
        <>
          {choice}
          <Button variant="subtle" onClick={onOther}>
            {t('warehouse.inbound.otherPickup')}
          </Button>
          <ActionButton shortcut="mod+Enter" onAct={commit} blocked={blocked}>
            {t('warehouse.inbound.commit')}
          </ActionButton>
        </>
      }
    >
      {refusal && <RefusalView refusal={refusal} />}
      <Section title={t('warehouse.inbound.papers')} hint={t('warehouse.inbound.boughtHint')}>
        <Facts
          columns={3}
          facts={[
            { label: t('warehouse.inbound.supplier'), value: slip.body.supplierName },
            { label: t('warehouse.inbound.customer'), value: slip.body.customerName },
            { label: t('warehouse.inbound.order'), value: sale ? <PageLink to={pathOf(sale)}>{sale.no}</PageLink> : slip.body.orderNo },
          ]}
        />
        <div className={classes.copies}>
          <Checkbox
            label={t('warehouse.inbound.pickupCopy')}
            checked={pickupCopy}
            onChange={(event) => {
              clear();
              setPickupCopy(event.currentTarget.checked);
            }}
          />
          <Checkbox
            label={t('warehouse.inbound.slipCopy')}
            checked={slipCopy}
            onChange={(event) => {
              clear();
              setSlipCopy(event.currentTarget.checked);
            }}
          />
        </div>
        <FormGrid columns={3}>
          <TextInput
            label={t('warehouse.inbound.slipNo')}
            value={slipNo}
            maxLength={40}
            onChange={(event) => setSlipNo(event.currentTarget.value)}
          />
          <Select
            label={t('warehouse.inbound.location')}
            data={[...places]}
            value={location === '' ? null : location}
            allowDeselect={false}
            required
            onChange={(value) => setPlace(value ?? '')}
          />
        </FormGrid>
      </Section>
      <Section title={t('warehouse.inbound.lines')}>
        {count.ready && (
          <CountTable
            label={t('warehouse.inbound.lines')}
            lines={lines}
            counted={count.counted}
            onCounted={(counted) => {
              clear();
              count.onCounted(counted);
            }}
            onHand={onHand}
            onProblem={count.onProblem}
            pieces={count.pieces}
            onPieces={(line, serials) => {
              clear();
              count.onPieces(line, serials);
            }}
            paper={slip.id}
          />
        )}
      </Section>
    </Page>
  );
}

async function readComing(read: Reader, id: string): Promise<Coming | null> {
  const slip = await readAs(read, pickup, id);
  if (!slip) return null;
  const sale = await readAs(read, order, slip.body.order);
  const onHand = new Map<string, Milli>();
  for (const { product } of slip.body.lines) onHand.set(product, sale ? await read.balance(`stock/${sale.body.location}/${product}`) : 0);
  return { slip, order: sale, onHand };
}
