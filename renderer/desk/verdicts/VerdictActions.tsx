import { useTranslation } from '#renderer/ui/i18n.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { verdict } from '#shared/modules/verdict/module.ts';
import { correctReturned, settleVerdict } from '#shared/modules/verdict/rules.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { askReason } from '../../ui/ask.tsx';
import { notify } from '../../ui/notify.tsx';
import { useDesk } from '../desk.ts';
import { pathOf } from '../paths.ts';
import { useGo } from '../use-address.ts';
import type { Acting } from '../use-act.ts';
import { useOffer } from '../use-offer.ts';
import { isCorrectable } from './correctable.ts';
import classes from './VerdictCard.module.css';

export interface VerdictActionsProps {
  record: AnyRecord;
  /** What the paper is called. */
  paper: string;
  acting: Acting;
}

/** Put right by the reversal that fits the paper, or let stand with a reason. */
export function VerdictActions({ record, paper, acting }: VerdictActionsProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const go = useGo();
  const offer = useOffer(verdict, record);
  const { judgedKind } = verdict.read(record).body;

  const accept = async () => {
    const reason = await askReason({
      title: t('sync.verdicts.acceptTitle', { paper }),
      message: t('sync.verdicts.acceptHint'),
      confirm: t('sync.verdicts.accept'),
    });
    if (reason !== null && (await acting.act(settleVerdict(record.id, reason)))) notify.done(t('sync.verdicts.accepted', { paper }));
  };

  const correct = async () => {
    if (!isCorrectable(judgedKind)) return;
    const reason = await askReason({
      title: t('sync.verdicts.correctTitle', { paper }),
      message: t(`sync.verdicts.correction.${judgedKind}`),
      confirm: t('sync.verdicts.correct'),
    });
    const saved = reason === null ? null : await acting.act(correctReturned(record.id, reason));
    if (!saved) return;
    const made = await book.get(saved.answer.document);
    notify.done(
      t('sync.verdicts.corrected', { paper }),
      made ? { label: t('sync.verdicts.openIt'), run: () => go(pathOf(made)) } : undefined,
    );
  };

  return (
    <div className={classes.actions}>
      <ActionButton size="xs" variant="subtle" onAct={accept} blocked={offer('accepted')}>
        {t('sync.verdicts.accept')}
      </ActionButton>
      <ActionButton
        size="xs"
        variant="default"
        onAct={correct}
        blocked={isCorrectable(judgedKind) ? offer('corrected') : t('sync.verdicts.noCorrection')}
      >
        {t('sync.verdicts.correct')}
      </ActionButton>
    </div>
  );
}
