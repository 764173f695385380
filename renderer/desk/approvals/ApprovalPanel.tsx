import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { dayOf, daysBetween } from '#shared/core/calendar.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import type { Verb } from '#shared/documents/approve.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { recallOne } from '#shared/modules/decisions.ts';
import { approvalOf, type Approval } from '#shared/policy/approvals.ts';
import { useDesk } from '../desk.ts';
import { useAct } from '../use-act.ts';
import { useStaff } from '../use-staff.ts';
import { ChainMarks } from './ChainMarks.tsx';
import { CreditDoubts } from './CreditDoubts.tsx';
import { useChainWords } from './chain-words.ts';
import { DecisionDialog } from './DecisionDialog.tsx';
import { useSeats } from './use-seats.ts';
import classes from './approvals.module.css';

/** On a paper's own page: where its approval stands, whom it waits for, and what the person here may do about it. Nothing when it was never submitted. */
export function ApprovalPanel({ record }: { record: AnyRecord }) {
  const approval = approvalOf(record);
  return approval === null ? null : <Shown record={record} approval={approval} />;
}

function Shown({ record, approval }: { record: AnyRecord; approval: Approval }) {
  const { t } = useTranslation();
  const { actor, today, settings } = useDesk();
  const { nameOf } = useStaff();
  const chainWords = useChainWords();
  const { own, others } = useSeats(record);
  const { act, refusal } = useAct();
  const [verb, setVerb] = useState<Verb | null>(null);
  const deciders = own ? [actor] : others;
  const isWaiting = approval.state === 'waiting';
  const days = daysBetween(dayOf(hlcMilliseconds(approval.since), settings.offsetMinutes), today);
  const last = record.events.findLast(({ type }) => ['sentBack', 'refused', 'recalled'].includes(type));
  const said = typeof last?.data.comment === 'string' ? last.data.comment : '';

  const recall = async () => {
    const sure = await askConfirm({
      title: t('policy.approval.recallTitle', { no: record.no }),
      message: t('policy.approval.recallHint'),
      confirm: t('policy.approval.recall'),
    });
    if (sure && (await act(recallOne(record.id, '')))) notify.done(t('policy.approval.wasRecalled', { no: record.no }));
  };

  return (
    <Section
      title={t('policy.approval.title')}
      hint={`${t('policy.approval.submittedBy', { name: nameOf(approval.submittedBy) })} · ${t('policy.approval.authority')} ${chainWords.measure(approval)}`}
      actions={
        isWaiting && (
          <>
            {approval.submittedBy === actor.id && (
              <ActionButton size="xs" variant="subtle" onAct={recall}>
                {t('policy.approval.recall')}
              </ActionButton>
            )}
            {deciders.length > 0 && !approval.isStale && (
              <>
                <ActionButton size="xs" variant="subtle" color="red" onAct={() => setVerb('refuse')}>
                  {t('policy.approval.refuse')}
                </ActionButton>
                <ActionButton size="xs" variant="default" onAct={() => setVerb('sendBack')}>
                  {t('policy.approval.sendBack')}
                </ActionButton>
                <ActionButton size="xs" variant={own ? 'filled' : 'default'} onAct={() => setVerb('sign')}>
                  {t('policy.approval.sign')}
                </ActionButton>
              </>
            )}
          </>
        )
      }
    >
      <div className={classes.panel}>
        {approval.state === 'waiting' ? (
          <p className={classes.waiting}>
            {t('policy.approval.waitsFor', { posts: chainWords.stage(approval.waiting) })} · {chainWords.days(Math.max(0, days))}
          </p>
        ) : (
          <p className={classes.waiting}>
            {t(`policy.approval.${approval.state}`)}
            {said !== '' && approval.state !== 'approved' && <q className={classes.comment}>{said}</q>}
          </p>
        )}
        {own !== null && own.onBehalfOf !== '' && (
          <p className={classes.line}>
            {t('policy.approval.forOther', { name: nameOf(own.onBehalfOf), post: chainWords.stage([own.post]) })}
          </p>
        )}
        <ChainMarks approval={approval} />
        {isWaiting && <CreditDoubts record={record} />}
        {approval.isStale && <p className={classes.stale}>{t('policy.approval.stale')}</p>}
        {refusal && <RefusalView refusal={refusal} />}
      </div>
      {verb && <DecisionDialog record={record} verb={verb} deciders={deciders} onClose={() => setVerb(null)} />}
    </Section>
  );
}
