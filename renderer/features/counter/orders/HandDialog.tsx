import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useNumbered } from '#renderer/desk/pieces/use-numbered.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { handGoods } from '#shared/modules/order/rules.ts';
import { piecesChosen } from '#shared/modules/order/sold-pieces.ts';
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
  const numbered = useNumbered(
    record.body.lines.map(({ product }) => product),
    record.body.location,
    record.id,
  );
  return (
    <QuantitiesDialog
      title={t(`counter.${kind}.title`, { no: record.no })}
      commit={t(`counter.${kind}.commit`)}
      lines={record.body.lines}
      progress={view.progress}
      most={(line) => line.open.quantity}
      pieces={(index) => {
        const product = record.body.lines[index]?.product ?? '';
        const tracking = numbered.tracking.get(product);
        return tracking && { tracking, among: numbered.free.get(product) ?? [], named: piecesChosen(record, index) };
      }}
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
