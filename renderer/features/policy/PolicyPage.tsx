import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { KeptPicture } from '#renderer/desk/KeptPicture.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useOffer } from '#renderer/desk/use-offer.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm, askReason } from '#renderer/ui/ask.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import { untyped } from '#shared/documents/act.ts';
import { policy } from '#shared/modules/policy/module.ts';
import { issueDraft, withdrawPolicy } from '#shared/modules/policy/rules.ts';
import { holdsAny } from '#shared/policy/roles.ts';
import { Changes } from './Changes.tsx';
import { changesBetween } from './compare.ts';
import { DecideDialog } from './DecideDialog.tsx';
import { Preview } from './Preview.tsx';
import { readPolicyView, type PolicyView } from './read-policy.ts';
import classes from './policy.module.css';

/** One version of the sales policy: what it changes, what that would have meant, and its way into force (QPA-01). */
export function PolicyPage() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const id = useAddressPart('id');
  const found = useLive((read) => readPolicyView(read, id, today), ['policy', id, today]);
  return (
    <StateView
      of={found}
      isEmpty={(view) => view === null}
      empty={<Empty title={t('policy.page.notFound')} hint={t('policy.page.notFoundHint')} />}
    >
      {(view) => view && <Shown key={view.record.id} view={view} />}
    </StateView>
  );
}

function Shown({ view }: { view: PolicyView }) {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const words = useWords();
  const go = useGo();
  const { nameOf } = useStaff();
  const { act, refusal } = useAct();
  const [deciding, setDeciding] = useState(false);
  const { record, against, isInForce, files } = view;
  const { body, status } = record;
  const { version } = body;
  const offer = useOffer(policy, record);
  const timeline = useTimeline(untyped(record));
  const meeting = record.events.find(({ type }) => type === 'decided')?.data;
  const isOpen = status === 'draft' || status === 'decided';
  const compared = against
    ? t(isOpen ? 'policy.page.compareInForce' : 'policy.page.compareBefore', { version: against.body.version })
    : t('policy.page.compareStandard');

  const issue = async () => {
    const sure = await askConfirm({
      title: t('policy.page.issueAsk', { version }),
      message: body.validFrom === '' ? t('policy.page.issueNow') : t('policy.page.issueFrom', { day: body.validFrom }),
      confirm: t('policy.page.issue'),
    });
    if (sure && (await act(issueDraft(record.id)))) notify.done(t('policy.page.issued', { version }));
  };
  const withdraw = async () => {
    const reason = await askReason({ title: t('policy.page.withdrawWhy', { version }), danger: true, least: 1 });
    if (reason !== null && (await act(withdrawPolicy(record.id, reason)))) notify.done(t('policy.page.withdrawn', { version }));
  };

  return (
    <Page
      title={t('policy.page.title', { version })}
      subtitle={body.note === '' ? undefined : body.note}
      badges={
        <StatusBadge
          tone={isInForce ? 'good' : (policy.tones[status] ?? 'neutral')}
          label={isInForce ? t('policy.list.inForce') : words.status(record)}
        />
      }
      actions={
        <>
          {isOpen && (
            <ActionButton variant="subtle" color="red" onAct={withdraw} blocked={offer('withdrawn')}>
              {t('policy.page.withdraw')}
            </ActionButton>
          )}
          <ActionButton
            variant="default"
            onAct={() => go('/policies/new', { from: record.id })}
            blocked={holdsAny(actor, policy.makers) ? undefined : t('policy.edit.mayNot')}
          >
            {t('policy.page.newer')}
          </ActionButton>
          {status === 'draft' && (
            <ActionButton
              onAct={() => setDeciding(true)}
              blocked={offer('decided')}
              {...(deciding ? {} : { shortcut: 'mod+Enter' as const })}
            >
              {t('policy.page.decide')}
            </ActionButton>
          )}
          {status === 'decided' && (
            <ActionButton onAct={issue} blocked={offer('issued')} shortcut="mod+Enter">
              {t('policy.page.issue')}
            </ActionButton>
          )}
        </>
      }
    >
      {refusal && <RefusalView refusal={refusal} />}
      <div className={classes.columns}>
        <div className={classes.column}>
          <Section title={compared}>
            <Changes changes={changesBetween(against?.body ?? null, body, files)} />
          </Section>
          <Preview before={against?.body ?? { parameters: {}, prices: [] }} after={body} />
        </div>
        <div className={classes.column}>
          <Section title={t('policy.page.facts')}>
            <Facts
              columns={1}
              facts={[
                { label: t('policy.page.validFrom'), value: body.validFrom || t('policy.list.atOnceFrom') },
                ...(body.atOnce ? [{ label: t('policy.page.meeting'), value: t('policy.page.atOnce') }] : []),
                ...(meeting
                  ? [
                      { label: t('policy.page.meeting'), value: String(meeting.day ?? '') },
                      {
                        label: t('policy.page.present'),
                        value: Array.isArray(meeting.present) ? meeting.present.join(t('common.listSeparator')) : '',
                      },
                      { label: t('policy.page.minutes'), value: String(meeting.minutes ?? '') },
                      ...(typeof meeting.file === 'string' && meeting.file !== ''
                        ? [{ label: t('policy.decide.file'), value: <KeptPicture hash={meeting.file} alt={t('policy.decide.file')} /> }]
                        : []),
                    ]
                  : []),
                { label: t('policy.page.issuedBy'), value: nameOf(record.events.find(({ type }) => type === 'issued')?.by ?? '') },
                { label: t('policy.page.reminder'), value: body.reminder },
              ]}
            />
          </Section>
          <Section title={t('policy.page.history')}>
            <Timeline entries={timeline} nameOf={nameOf} />
          </Section>
        </div>
      </div>
      {deciding && <DecideDialog record={record} onClose={() => setDeciding(false)} />}
    </Page>
  );
}
