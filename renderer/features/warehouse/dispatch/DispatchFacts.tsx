import { useTranslation } from '#renderer/ui/i18n.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { PageLink } from '../PageLink.tsx';
import { KeptPicture } from '#renderer/desk/KeptPicture.tsx';
import { expectedDay } from './last-delay.ts';
import type { StepProps } from './step-props.ts';

/** Where to, with what, and who signed for it. */
export function DispatchFacts({ found: { note, order, location, passes } }: StepProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { body } = note;
  const signed = note.events.find((event) => event.type === 'signed')?.data;
  const registered = passes.flatMap((pass) => pass.events).find((event) => event.type === 'registered')?.data;
  const arrived = ['signed', 'booked', 'cancelled', 'returned'].includes(note.status);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return (
    <Section title={t('warehouse.page.facts')}>
      <Facts
        columns={1}
        facts={[
          { label: t('warehouse.dispatch.type'), value: t(`warehouse.dispatch.${body.type}`) },
          { label: t('warehouse.dispatch.orderNo'), value: order ? <PageLink to={pathOf(order)}>{order.no}</PageLink> : body.orderNo },
          { label: t('warehouse.dispatch.location'), value: location },
          { label: t('warehouse.dispatch.phone'), value: body.phone },
          { label: t('warehouse.dispatch.address'), value: body.address },
          { label: t('warehouse.dispatch.expected'), value: <DayText day={expectedDay(note)} today={today} due={!arrived} /> },
          { label: t('warehouse.dispatch.vehicle'), value: body.vehicle },
          { label: t('warehouse.dispatch.driver'), value: body.driver },
          { label: t('warehouse.dispatch.carrier'), value: body.carrier },
          ...(registered
            ? [
                {
                  label: t('warehouse.nav.gate'),
                  value: t('warehouse.page.registered', { time: text(registered.time), vehicle: text(registered.vehicle) }),
                },
              ]
            : []),
          ...(signed
            ? [
                {
                  label: t('warehouse.page.signedCopy'),
                  value: (
                    <>
                      {t('warehouse.page.signedBy', { name: text(signed.name), day: text(signed.day) })}
                      <KeptPicture hash={text(signed.file)} alt={t('warehouse.page.copyAlt')} />
                    </>
                  ),
                },
              ]
            : []),
          ...(body.notes === '' ? [] : [{ label: t('warehouse.dispatch.notes'), value: body.notes }]),
        ]}
      />
    </Section>
  );
}
