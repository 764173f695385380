import { useTranslation } from '#renderer/ui/i18n.ts';
import { untyped } from '#shared/documents/act.ts';
import { issueStock, markPicked } from '#shared/modules/dispatch/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { NextPanel } from './NextPanel.tsx';
import type { StepProps } from './step-props.ts';
import { useIssueCount } from './use-issue-count.tsx';

/** Pick, count, issue: the stock-out slip is only written when the count matches the note (STK-08, G-30). */
export function IssueStep({ found }: StepProps) {
  const { t } = useTranslation();
  const { note } = found;
  const { holds, print } = useDesk();
  const { act, refusal, clear } = useAct();
  const count = useIssueCount(found, t('warehouse.next.issue'), clear);
  if (!holds('warehouse'))
    return <NextPanel tone="neutral" title={t('warehouse.next.issueWait')} text={t('warehouse.next.issueWaitText')} />;

  const issue = async () => {
    const saved = await act(issueStock(note.id, count.lines));
    if (!saved) return;
    await count.done();
    notify.done(t('warehouse.next.issued', { no: note.no }));
    const slip = saved.records.find((record) => record.id === saved.answer.stockout);
    if (slip) print(slip, 'stock-out-slip');
  };
  return (
    <NextPanel
      tone="info"
      title={t('warehouse.next.issue')}
      text={t('warehouse.next.issueText')}
      actions={
        <>
          <ActionButton variant="default" onAct={() => print(untyped(note), 'dispatch-picking-list')}>
            {t('warehouse.next.pickingList')}
          </ActionButton>
          {note.status === 'released' && (
            <ActionButton variant="default" onAct={() => act(markPicked(note.id, count.lines))} blocked={count.blocked}>
              {t('warehouse.next.picked')}
            </ActionButton>
          )}
          <ActionButton shortcut="mod+Enter" onAct={issue} blocked={count.blocked}>
            {t('warehouse.next.issueDo')}
          </ActionButton>
        </>
      }
    >
      {count.table}
      {refusal && <RefusalView refusal={refusal} />}
    </NextPanel>
  );
}
