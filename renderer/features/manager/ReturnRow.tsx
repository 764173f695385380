import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askReason } from '#renderer/ui/ask.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { returnSlip } from '#shared/modules/return/module.ts';
import { approveReturn, refuseReturn } from '#shared/modules/return/rules.ts';
import type { Waiting } from '#shared/modules/inbox.ts';
import { WaitingRow } from './WaitingRow.tsx';

/** A return that somebody asked for (ORD-09). */
export function ReturnRow({ item }: { item: Waiting }) {
  const { record } = item;
  const { t } = useTranslation();
  const { act, refusal } = useAct();
  const { body } = returnSlip.read(record);

  const approve = async () => {
    if (await act(approveReturn(record.id))) notify.done(t('manager.approvals.approved', { no: record.no }));
  };
  const refuse = async () => {
    const reason = await askReason({ title: t('manager.approvals.refuseWhy') });
    if (reason !== null && (await act(refuseReturn(record.id, reason)))) notify.done(t('manager.approvals.refused', { no: record.no }));
  };

  return (
    <WaitingRow item={item} lines={body.lines} note={[body.orderNo, body.reason].filter(Boolean).join(' · ')} refusal={refusal}>
      <ActionButton variant="default" size="xs" onAct={refuse}>
        {t('manager.approvals.refuse')}
      </ActionButton>
      <ActionButton size="xs" onAct={approve}>
        {t('manager.approvals.approve')}
      </ActionButton>
    </WaitingRow>
  );
}
