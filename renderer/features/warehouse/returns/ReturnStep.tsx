import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { mayAct } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { returnSlip, type Return } from '#shared/modules/return/module.ts';
import { approveReturn, receiveReturn, refuseReturn, withdrawReturn } from '#shared/modules/return/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askReason } from '#renderer/ui/ask.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { NextPanel } from '../dispatch/NextPanel.tsx';

export interface ReturnStepProps {
  slip: DocumentRecord<Return>;
  location: string;
}

/** Approve (manager), receive (warehouse or counter), or why it ended (ORD-09). */
export function ReturnStep({ slip, location }: ReturnStepProps) {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const { act, refusal } = useAct();
  const [condition, setCondition] = useState(slip.body.condition);
  const may = (step: string) => mayAct(returnSlip, slip, step, actor);
  const { no } = slip;

  const approve = async () => {
    if (await act(approveReturn(slip.id))) notify.done(t('warehouse.returns.approved', { no }));
  };
  const receive = async () => {
    if (await act(receiveReturn(slip.id, { condition }))) notify.done(t('warehouse.returns.received', { no }));
  };
  const refuse = async () => {
    const title = t('warehouse.returns.refuseTitle', { no });
    const reason = await askReason({ title, confirm: t('warehouse.returns.refuse'), danger: true });
    if (reason !== null && (await act(refuseReturn(slip.id, reason)))) notify.done(t('warehouse.returns.refused', { no }));
  };
  const withdraw = async () => {
    const title = t('warehouse.returns.withdrawTitle', { no });
    const reason = await askReason({ title, confirm: t('warehouse.returns.withdraw'), danger: true });
    if (reason !== null) await act(withdrawReturn(slip.id, reason));
  };
  const ends = (
    <>
      {may('withdrawn').ok && (
        <ActionButton variant="subtle" onAct={withdraw}>
          {t('warehouse.returns.withdraw')}
        </ActionButton>
      )}
      {may('refused').ok && (
        <ActionButton variant="default" onAct={refuse}>
          {t('warehouse.returns.refuse')}
        </ActionButton>
      )}
    </>
  );
  const problem = refusal && <RefusalView refusal={refusal} />;

  if (slip.status === 'asked') {
    const allowed = may('approved');
    const isOwn = !allowed.ok && allowed.refusal.code === 'MustBeAnother';
    const mine = allowed.ok || isOwn;
    return (
      <NextPanel
        tone={mine ? 'info' : 'neutral'}
        title={mine ? t('warehouse.returns.approve') : t('warehouse.returns.approveWait')}
        text={mine ? t('warehouse.returns.approveText') : t('warehouse.returns.approveWaitText')}
        actions={
          <>
            {ends}
            {mine && (
              <ActionButton shortcut="mod+Enter" onAct={approve} blocked={isOwn ? t('warehouse.returns.approveOther') : undefined}>
                {t('warehouse.returns.approveDo')}
              </ActionButton>
            )}
          </>
        }
      >
        {problem}
      </NextPanel>
    );
  }
  if (slip.status === 'approved') {
    const mine = may('received').ok;
    const hint = condition === 'good' ? t('warehouse.returns.goodHint') : t('warehouse.returns.damagedHint');
    return (
      <NextPanel
        tone={mine ? 'info' : 'neutral'}
        title={mine ? t('warehouse.returns.receive') : t('warehouse.returns.receiveWait')}
        text={
          mine
            ? t('warehouse.returns.receiveText', { condition: t(`warehouse.returns.${condition}`), location, hint })
            : t('warehouse.returns.receiveWaitText')
        }
        actions={
          <>
            {ends}
            {mine && (
              <ActionButton shortcut="mod+Enter" onAct={receive}>
                {t('warehouse.returns.receiveDo')}
              </ActionButton>
            )}
          </>
        }
      >
        {mine && (
          <SegmentedControl
            size="sm"
            aria-label={t('warehouse.returns.condition')}
            data={(['good', 'damaged'] as const).map((value) => ({ value, label: t(`warehouse.returns.${value}`) }))}
            value={condition}
            onChange={(value) => setCondition(value === 'good' ? 'good' : 'damaged')}
          />
        )}
        {problem}
      </NextPanel>
    );
  }
  if (slip.status === 'received') return <NextPanel tone="good" title={t('warehouse.next.done')} text={t('warehouse.returns.doneText')} />;
  const reason = slip.events.findLast((event) => event.type === slip.status)?.data.reason;
  return (
    <NextPanel
      tone="bad"
      title={slip.status === 'withdrawn' ? t('warehouse.returns.withdrawn') : t('warehouse.returns.refusedText')}
      text={typeof reason === 'string' ? reason : ''}
    />
  );
}
