import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askReason } from '#renderer/ui/ask.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { formatFen } from '#shared/core/money.ts';
import { order } from '#shared/modules/order/module.ts';
import { returnOrder, reviewOrder } from '#shared/modules/order/steps.ts';
import type { Waiting } from '#shared/modules/inbox.ts';
import { WaitingRow } from './WaitingRow.tsx';

const points = ['legality', 'accuracy', 'completeness'] as const;
const nothing = { legality: false, accuracy: false, completeness: false };

/** 订单审核 (G-22): the three points are ticked by the person who answers for them; anything wrong goes back with a reason. */
export function ReviewRow({ item }: { item: Waiting }) {
  const { record } = item;
  const { t } = useTranslation();
  const { act, refusal } = useAct();
  const [ticked, setTicked] = useState(nothing);
  const { body } = order.read(record);
  const all = points.every((point) => ticked[point]);

  const pass = async () => {
    if (await act(reviewOrder(record.id, ticked))) notify.done(t('manager.approvals.reviewed', { no: record.no }));
  };
  const giveBack = async () => {
    const reason = await askReason({ title: t('manager.approvals.giveBackWhy') });
    if (reason !== null && (await act(returnOrder(record.id, reason)))) notify.done(t('manager.approvals.gaveBack', { no: record.no }));
  };

  return (
    <WaitingRow
      item={item}
      lines={body.lines.map((line) => ({
        ...line,
        ...(line.price < line.floor && !line.gift ? { note: `< ${formatFen(line.floor)}` } : {}),
      }))}
      note={[body.address, body.deliverOn, body.notes].filter(Boolean).join(' · ')}
      refusal={refusal}
    >
      <Checkbox
        label={t('manager.approvals.allTicked')}
        checked={all}
        indeterminate={!all && points.some((point) => ticked[point])}
        onChange={(event) => {
          const on = event.currentTarget.checked;
          setTicked({ legality: on, accuracy: on, completeness: on });
        }}
      />
      {points.map((point) => (
        <Checkbox
          key={point}
          label={t(`manager.approvals.${point}`)}
          checked={ticked[point]}
          onChange={(event) => setTicked({ ...ticked, [point]: event.currentTarget.checked })}
        />
      ))}
      <ActionButton variant="default" size="xs" onAct={giveBack}>
        {t('manager.approvals.giveBack')}
      </ActionButton>
      <ActionButton size="xs" onAct={pass}>
        {t('manager.approvals.pass')}
      </ActionButton>
    </WaitingRow>
  );
}
