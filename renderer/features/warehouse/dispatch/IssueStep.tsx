import { useTranslation } from '#renderer/ui/i18n.ts';
import { mayAct, untyped } from '#shared/documents/act.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { issueStock, markPicked } from '#shared/modules/dispatch/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { isCounted, toLines } from './counted.ts';
import { CountTable } from './CountTable.tsx';
import { NextPanel } from './NextPanel.tsx';
import type { StepProps } from './step-props.ts';
import { useCount } from './use-count.ts';

/** Pick, count, issue: the stock-out slip is only written when the count matches the note (STK-08, G-30). */
export function IssueStep({ found: { note, onHand } }: StepProps) {
  const { t } = useTranslation();
  const { actor, holds, print } = useDesk();
  const { act, refusal, clear } = useAct();
  const count = useCount(note.id, note.no);
  if (!holds('warehouse'))
    return <NextPanel tone="neutral" title={t('warehouse.next.issueWait')} text={t('warehouse.next.issueWaitText')} />;

  const { lines } = note.body;
  const allowed = mayAct(dispatch, note, 'out', actor);
  const blocked = !allowed.ok
    ? t('warehouse.next.issuerNotReleaser')
    : count.problems.size > 0
      ? t('warehouse.write.wrong')
      : isCounted(lines, count.counted)
        ? undefined
        : t('warehouse.next.countAll');
  const issue = async () => {
    const saved = await act(issueStock(note.id, toLines(lines, count.counted)));
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
            <ActionButton variant="default" onAct={() => act(markPicked(note.id, toLines(lines, count.counted)))} blocked={blocked}>
              {t('warehouse.next.picked')}
            </ActionButton>
          )}
          <ActionButton shortcut="mod+Enter" onAct={issue} blocked={blocked}>
            {t('warehouse.next.issueDo')}
          </ActionButton>
        </>
      }
    >
      {count.ready && (
        <CountTable
          label={t('warehouse.next.issue')}
          lines={lines}
          counted={count.counted}
          onCounted={(counted) => {
            clear();
            count.onCounted(counted);
          }}
          onHand={onHand}
          onProblem={count.onProblem}
        />
      )}
      {refusal && <RefusalView refusal={refusal} />}
    </NextPanel>
  );
}
