import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useOffer } from '#renderer/desk/use-offer.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { stampOf } from '#shared/core/calendar.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { quotation, type Quotation } from '#shared/modules/quotation/module.ts';
import classes from './page.module.css';

const parts = ['ours', 'theirs', 'concession', 'agreed', 'next'] as const;

/** The rounds of the talks, newest first (QPA-05). */
export function Talks({ record, onNote }: { record: DocumentRecord<Quotation>; onNote: () => void }) {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { nameOf } = useStaff();
  const offer = useOffer(quotation, record);
  const rounds = record.events.filter(({ type }) => type === 'negotiated').toReversed();
  return (
    <Section
      title={t('quotations.talks.title')}
      actions={
        <ActionButton size="xs" variant="default" onAct={onNote} blocked={offer('negotiated')} shortcut="F6">
          {t('quotations.talks.add')}
        </ActionButton>
      }
    >
      {rounds.length === 0 ? (
        <p className={classes.hint}>{t('quotations.talks.empty')}</p>
      ) : (
        <ol className={classes.rounds}>
          {rounds.map((event) => (
            <li key={event.id} className={classes.round}>
              <p className={classes.roundHead}>
                <strong>{t('quotations.talks.round', { round: String(event.data.round ?? '') })}</strong>
                <span className={classes.dim}>
                  {stampOf(hlcMilliseconds(event.id), settings.offsetMinutes)} · {nameOf(event.by)}
                </span>
              </p>
              <dl className={classes.said}>
                {parts.map((part) => {
                  const text = event.data[part];
                  if (typeof text !== 'string' || text.trim() === '') return null;
                  return (
                    <div key={part} className={classes.saidPart}>
                      <dt>{t(`quotations.talks.${part}`)}</dt>
                      <dd>{text}</dd>
                    </div>
                  );
                })}
              </dl>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
