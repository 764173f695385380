import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askReason } from '#renderer/ui/ask.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { releaseDispatch, returnDispatch } from '#shared/modules/dispatch/rules.ts';
import type { Waiting } from '#shared/modules/inbox.ts';
import { WaitingRow } from './WaitingRow.tsx';

/** 发货单放行 (G-29). */
export function ReleaseRow({ item }: { item: Waiting }) {
  const { record } = item;
  const { t } = useTranslation();
  const { act, refusal } = useAct();
  const { body } = dispatch.read(record);

  const release = async () => {
    if (await act(releaseDispatch(record.id))) notify.done(t('manager.approvals.released', { no: record.no }));
  };
  const giveBack = async () => {
    const reason = await askReason({ title: t('manager.approvals.giveBackWhy') });
    if (reason !== null && (await act(returnDispatch(record.id, reason)))) notify.done(t('manager.approvals.gaveBack', { no: record.no }));
  };

  return (
    <WaitingRow
      item={item}
      lines={body.lines}
      note={[body.orderNo, body.address, body.vehicle, body.expected, body.notes].filter(Boolean).join(' · ')}
      refusal={refusal}
    >
      <ActionButton variant="default" size="xs" onAct={giveBack}>
        {t('manager.approvals.giveBack')}
      </ActionButton>
      <ActionButton size="xs" onAct={release}>
        {t('manager.approvals.releaseIt')}
      </ActionButton>
    </WaitingRow>
  );
}
