import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useCentre } from '#renderer/desk/use-centre.ts';
import { useWhen } from '#renderer/desk/centre/use-when.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ShareBars } from '#renderer/ui/charts/ShareBars.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { formatFen } from '#shared/core/money.ts';
import classes from '../accounts.module.css';
import { readExposure } from './read-exposure.ts';

/** What a customer owes and is promised ahead of the money, with its parts, and what the grade in force allows (CRM-07, PAY-04). */
export function ExposurePanel({ party }: { party: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const centre = useCentre();
  const when = useWhen();
  const found = useLive((read) => readExposure(read, party, today), [party, today]);
  const heard = centre && centre.phase !== 'alone' && centre.lastComplete > 0 ? when(centre.lastComplete) : '';
  return (
    <Section
      title={t('accounts.credit.exposure')}
      hint={heard === '' ? t('accounts.credit.asHere') : t('accounts.credit.asOf', { at: heard })}
    >
      <StateView of={found}>
        {(exposure) =>
          exposure && (
            <>
              <dl className={classes.sums}>
                <div>
                  <dt>{t('accounts.credit.used')}</dt>
                  <dd>
                    <Money fen={exposure.open} symbol />
                  </dd>
                </div>
                <div>
                  <dt>{t('accounts.credit.left')}</dt>
                  <dd className={exposure.limit < exposure.open ? classes.bad : undefined}>
                    <Money fen={exposure.limit - exposure.open} symbol />
                  </dd>
                </div>
              </dl>
              <ShareBars
                label={t('accounts.credit.exposure')}
                format={(fen) => `¥${formatFen(fen)}`}
                parts={[
                  {
                    key: 'owed',
                    label: t('accounts.credit.owed'),
                    value: exposure.owed,
                    ...(exposure.overdueDays > 0
                      ? { tone: 'bad' as const, note: t('accounts.recovery.days', { count: exposure.overdueDays }) }
                      : {}),
                  },
                  { key: 'promised', label: t('accounts.credit.promised'), value: exposure.promised },
                  { key: 'held', label: t('accounts.credit.held'), value: exposure.held },
                ]}
              />
              <p className={classes.note}>
                {exposure.grade ? (
                  <>
                    <StatusBadge
                      tone={exposure.grade.lapsedDays > 0 ? 'bad' : 'good'}
                      label={words.value('grade', exposure.grade.record.body.grade)}
                    />{' '}
                    {exposure.grade.lapsedDays > 0
                      ? t('accounts.credit.lapsed', { count: exposure.grade.lapsedDays })
                      : t('accounts.credit.holdsUntil', { day: exposure.grade.record.body.validUntil })}
                    {' · '}
                  </>
                ) : (
                  <>{t('accounts.credit.noGrade')} · </>
                )}
                {t('accounts.credit.terms', { limit: formatFen(exposure.limit), count: exposure.days })}
              </p>
            </>
          )
        }
      </StateView>
    </Section>
  );
}
