import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { reviewOrder } from '#shared/modules/order/steps.ts';
import type { OrderView } from './read-order.ts';

const points = ['legality', 'accuracy', 'completeness'] as const;

/** The manager's review: each of the three points is looked at and ticked by itself (ORD-04, G-22). */
export function ReviewDialog({ view, onClose }: { view: OrderView; onClose: () => void }) {
  const { t } = useTranslation();
  const acting = useAct();
  const [ticks, setTicks] = useState({ legality: false, accuracy: false, completeness: false });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('counter.review.title', { no: view.record.no })}
      commit={t('counter.review.commit')}
      onCommit={async () => {
        const saved = await acting.act(reviewOrder(view.record.id, ticks));
        if (!saved) return;
        notify.done(t('counter.review.done'));
        onClose();
      }}
    >
      {points.map((point, index) => (
        <Checkbox
          key={point}
          label={t(`counter.review.${point}`)}
          description={t(`counter.review.hint.${point}`)}
          checked={ticks[point]}
          onChange={(event) => {
            const checked = event.currentTarget.checked;
            setTicks((all) => ({ ...all, [point]: checked }));
          }}
          data-autofocus={index === 0 || undefined}
        />
      ))}
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
