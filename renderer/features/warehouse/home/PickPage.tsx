import { Button } from '@mantine/core';
import { IconShoppingBag } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Milli } from '#shared/core/money.ts';
import { mayAct, untyped } from '#shared/documents/act.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { hasEvent, order, type Order } from '#shared/modules/order/module.ts';
import { pickOrder } from '#shared/modules/order/steps.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { countState, isCounted, toLines, type ToCount } from '../dispatch/counted.ts';
import { CountTable } from '../dispatch/CountTable.tsx';
import { useCount } from '../dispatch/use-count.ts';
import { PageLink } from '../PageLink.tsx';

interface ToPick {
  sale: DocumentRecord<Order>;
  lines: ToCount[];
  location: string;
  onHand: ReadonlyMap<string, Milli>;
}

/** 配货 by the sales slip (STK-03, G-33): what the customer still gets, counted by the picker. */
export function PickPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const go = useGo();
  const found = useLive((read) => readToPick(read, id), ['pick', id]);
  const none = (
    <Empty
      title={t('warehouse.pick.notPickable')}
      icon={<IconShoppingBag size={28} stroke={1.4} />}
      action={
        <Button variant="default" onClick={() => go(`/orders/${id}`)}>
          {t('warehouse.pick.openOrder')}
        </Button>
      }
    />
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null || value.lines.length === 0} empty={none}>
      {(value) => value && <Picking key={value.sale.id} {...value} />}
    </StateView>
  );
}

function Picking({ sale, lines, location, onHand }: ToPick) {
  const { t } = useTranslation();
  const { actor, print } = useDesk();
  const { act, refusal, clear } = useAct();
  const { nameOf } = useStaff();
  const words = useWords();
  const go = useGo();
  const count = useCount(`pick:${sale.id}`, sale.no);
  const before = sale.events.findLast((event) => event.type === 'picked');
  const allowed = mayAct(order, sale, 'picked', actor);
  const blocked = !allowed.ok
    ? t('warehouse.pick.notPickable')
    : count.problems.size > 0
      ? t('warehouse.write.wrong')
      : isCounted(lines, count.counted)
        ? undefined
        : t('warehouse.pick.countAll');
  const short = lines.some((line) => countState(line, count.counted) === 'less');
  const commit = async () => {
    if (!(await act(pickOrder(sale.id, toLines(lines, count.counted, count.pieces))))) return;
    await count.done();
    notify.done(t('warehouse.pick.done', { no: sale.no }));
    go('/warehouse');
  };
  return (
    <Page
      title={t('warehouse.pick.title')}
      subtitle={[sale.no, sale.body.customerName].join(' · ')}
      badges={<StatusBadge tone={order.tones[sale.status] ?? 'neutral'} label={words.status(sale)} />}
      actions={
        <>
          <ActionButton variant="default" shortcut="mod+p" onAct={() => print(untyped(sale), 'picking-list')}>
            {t('warehouse.next.pickingList')}
          </ActionButton>
          <ActionButton shortcut="mod+Enter" onAct={commit} blocked={blocked}>
            {t('warehouse.pick.commit')}
          </ActionButton>
        </>
      }
    >
      {refusal && <RefusalView refusal={refusal} />}
      <Section title={t('warehouse.pick.lines')} hint={short ? t('warehouse.pick.differs') : t('warehouse.pick.hint')}>
        {count.ready && (
          <CountTable
            label={t('warehouse.pick.lines')}
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
            from={sale.body.location}
            paper={sale.id}
          />
        )}
      </Section>
      <Section>
        <Facts
          facts={[
            { label: t('warehouse.pick.customer'), value: sale.body.customerName },
            { label: t('warehouse.pick.class'), value: words.value('class', sale.body.class) },
            { label: t('warehouse.pick.location'), value: location },
            { label: t('warehouse.pick.seller'), value: nameOf(sale.owner) },
            { label: t('warehouse.dispatch.orderNo'), value: <PageLink to={pathOf(sale)}>{sale.no}</PageLink> },
            ...(before && hasEvent(sale, 'picked')
              ? [{ label: t('warehouse.pick.title'), value: t('warehouse.next.pickedBy', { name: nameOf(before.by) }) }]
              : []),
          ]}
        />
      </Section>
    </Page>
  );
}

/** Lines of a released counter sale that the customer has not got yet; null for anything else. */
async function readToPick(read: Reader, id: string): Promise<ToPick | null> {
  const sale = await readAs(read, order, id);
  if (!sale || sale.status !== 'released' || sale.body.class === 'delivery') return null;
  const lines: ToCount[] = [];
  const onHand = new Map<string, Milli>();
  for (const [line, { product, code, name, spec, unit }] of sale.body.lines.entries()) {
    const quantity = await read.balance(`undelivered/${id}/${line}`);
    if (quantity <= 0) continue;
    lines.push({ line, product, code, name, spec, unit, quantity });
    onHand.set(product, await read.balance(`stock/${sale.body.location}/${product}`));
  }
  return { sale, lines, location: (await read.get(sale.body.location))?.title ?? '', onHand };
}
