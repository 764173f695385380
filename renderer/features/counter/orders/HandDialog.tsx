import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { handGoods } from '#shared/modules/order/rules.ts';
import { pickOrder } from '#shared/modules/order/steps.ts';
import { QuantitiesDialog } from './QuantitiesDialog.tsx';
import type { OrderView } from './read-order.ts';

interface HandDialogProps {
  view: OrderView;
  /** hand: goods over the counter (G-36); pick: put ready by the slip (G-33). */
  kind: 'hand' | 'pick';
  onClose: () => void;
}

/** Goods of a counter sale, given to the customer or put ready for him. */
export function HandDialog({ view, kind, onClose }: HandDialogProps) {
  const { t } = useTranslation();
  const acting = useAct();
  const { record } = view;
  return (
    <QuantitiesDialog
      title={t(`counter.${kind}.title`, { no: record.no })}
      commit={t(`counter.${kind}.commit`)}
      lines={record.body.lines}
      progress={view.progress}
      most={(line) => line.open.quantity}
      start="all"
      onClose={onClose}
      onCommit={async (counted) => {
        const saved = await acting.act(kind === 'hand' ? handGoods(record.id, counted) : pickOrder(record.id, counted));
        if (!saved) return;
        notify.done(t(`counter.${kind}.done`));
        onClose();
      }}
    >
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </QuantitiesDialog>
  );
}
