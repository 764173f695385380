import { Anchor } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Facts, type Fact } from '#renderer/ui/Facts.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { dueDay, isOnAccount } from '#shared/modules/order/module.ts';
import type { OrderView } from './read-order.ts';

/** Who, where from, where to, by when. */
export function OrderFacts({ view }: { view: OrderView }) {
  const { t } = useTranslation();
  const words = useWords();
  const { nameOf } = useStaff();
  const go = useGo();
  const { record } = view;
  const { body } = record;
  const place = useLive(async (read) => (await read.get(body.location))?.title ?? '', ['place', body.location]);
  const customer =
    record.party === '' ? (
      body.customerName
    ) : (
      <Anchor component="button" type="button" size="sm" onClick={() => go(`/customers/${record.party}`)}>
        {body.customerName}
      </Anchor>
    );
  const facts: Fact[] = [
    { label: words.field('order', 'customerName'), value: customer },
    { label: words.field('order', 'phone'), value: body.phone },
    { label: words.field('order', 'class'), value: words.value('class', body.class) },
    { label: words.field('order', 'channel'), value: words.value('channel', body.channel) },
    { label: t('counter.order.seller'), value: nameOf(record.owner) },
    { label: words.field('order', 'location'), value: place.state === 'ready' ? place.value : '' },
    ...(body.deliverOn === '' ? [] : [{ label: words.field('order', 'deliverOn'), value: <DayText day={body.deliverOn} /> }]),
    ...(isOnAccount(body) ? [{ label: t('counter.order.payBy'), value: <DayText day={dueDay(record)} /> }] : []),
    ...(body.address === '' ? [] : [{ label: words.field('order', 'address'), value: body.address, wide: true }]),
    ...(body.notes === '' ? [] : [{ label: words.field('order', 'notes'), value: body.notes, wide: true }]),
  ];
  return (
    <Section>
      <Facts facts={facts} />
    </Section>
  );
}
