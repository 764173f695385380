import { useTranslation } from '#renderer/ui/i18n.ts';
import { ChainMarks } from '#renderer/desk/approvals/ChainMarks.tsx';
import { useChainWords } from '#renderer/desk/approvals/chain-words.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { recallOne } from '#shared/modules/decisions.ts';
import type { Pending } from '#shared/modules/inbox.ts';
import { WaitingRow } from './WaitingRow.tsx';
import classes from './WaitingRow.module.css';

/** The own papers on their way: whom each waits for, since when, and which must be submitted again. */
export function PendingTab({ pending }: { pending: Loadable<readonly Pending[]> }) {
  const { t } = useTranslation();
  return (
    <StateView
      of={pending}
      isEmpty={(rows) => rows.length === 0}
      empty={<Empty title={t('policy.inbox.pendingNone')} hint={t('policy.inbox.pendingNoneHint')} />}
    >
      {(rows) => (
        <Section title={`${t('policy.inbox.tabs.pending')} ${rows.length}`} flush>
          {rows.map((item) => (
            <PendingRow key={item.record.id} item={item} />
          ))}
        </Section>
      )}
    </StateView>
  );
}

function PendingRow({ item }: { item: Pending }) {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const words = useWords();
  const chainWords = useChainWords();
  const go = useGo();
  const { act, refusal } = useAct();
  const { record, approval } = item;

  const recall = async () => {
    const sure = await askConfirm({
      title: t('policy.approval.recallTitle', { no: record.no }),
      message: t('policy.approval.recallHint'),
      confirm: t('policy.approval.recall'),
    });
    if (sure && (await act(recallOne(record.id, '')))) notify.done(t('policy.approval.wasRecalled', { no: record.no }));
  };

  return (
    <WaitingRow
      item={item}
      lines={[]}
      note={`${words.kind(record.kind)} · ${t('policy.approval.waitsFor', { posts: chainWords.stage(approval.waiting) })}`}
      refusal={refusal}
      foot={
        <>
          <ChainMarks approval={approval} />
          {approval.isStale && <p className={classes.stale}>{t('policy.approval.stale')}</p>}
        </>
      }
    >
      {approval.submittedBy === actor.id && (
        <ActionButton size="xs" variant="default" onAct={recall}>
          {t('policy.approval.recall')}
        </ActionButton>
      )}
      <ActionButton size="xs" variant="default" onAct={() => go(pathOf(record))}>
        {t('common.open')}
      </ActionButton>
    </WaitingRow>
  );
}
