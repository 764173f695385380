import { useTranslation } from '#renderer/ui/i18n.ts';
import { dayOf, timeOf } from '#shared/core/calendar.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Gatepass } from '#shared/modules/gatepass/module.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import classes from './PassCard.module.css';

export interface PassCardProps {
  pass: DocumentRecord<Gatepass>;
  chosen: boolean;
  onChoose: () => void;
}

/** A vehicle that waits: the plate large enough to be read from a step away. */
export function PassCard({ pass, chosen, onChoose }: PassCardProps) {
  const { t } = useTranslation();
  const { settings, today } = useDesk();
  const at = hlcMilliseconds(pass.events[0]?.id ?? '');
  const day = dayOf(at, settings.offsetMinutes);
  const time = timeOf(at, settings.offsetMinutes);
  return (
    <button type="button" className={classes.card} aria-pressed={chosen} onClick={onChoose}>
      <span className={classes.plate}>{pass.body.vehicle}</span>
      <span className={classes.who}>{pass.body.consignee}</span>
      <span className={classes.foot}>
        <span>{[t('warehouse.gate.packages', { count: pass.body.packages }), pass.body.driver].filter(Boolean).join(' · ')}</span>
        <span>{t('warehouse.gate.issuedAt', { time: day === today ? time : `${day.slice(5)} ${time}` })}</span>
      </span>
    </button>
  );
}
