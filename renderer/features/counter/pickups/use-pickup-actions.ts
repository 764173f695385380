import { useTranslation } from '#renderer/ui/i18n.ts';
import type { PaperAction } from '#renderer/desk/PaperActions.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import type { Acting } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { askReason } from '#renderer/ui/ask.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { refusalWords } from '#renderer/ui/RefusalView.tsx';
import { pickup } from '#shared/modules/pickup/module.ts';
import { cancelPickup } from '#shared/modules/pickup/rules.ts';
import { holdsAny } from '#shared/policy/roles.ts';
import { useOffer } from '#renderer/desk/use-offer.ts';
import type { PickupDialog } from './PickupDialogs.tsx';
import type { PickupView } from './read-pickup.ts';

/** What can be done with a pick-up slip now, by the post whose turn it is. */
export function usePickupActions(
  view: PickupView,
  acting: Acting,
  openDialog: (dialog: PickupDialog) => void,
): { next: PaperAction | null; others: PaperAction[] } {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { actor } = useDesk();
  const { record } = view;
  const offer = useOffer(pickup, record);
  const dialog = (key: PickupDialog, step: string): PaperAction => ({
    key,
    label: t(`counter.pickup.action.${key}`),
    run: () => openDialog(key),
    blocked: offer(step),
  });
  const stock: PaperAction = {
    key: 'stock',
    label: t('counter.pickup.action.stock'),
    run: () => go('/inbound/new', { type: 'bought', pickup: record.id }),
    blocked: offer('stocked'),
  };
  const settle: PaperAction = {
    key: 'settle',
    label: t('counter.pickup.action.settle'),
    run: () => openDialog('settle'),
    blocked: holdsAny(actor, ['cashier', 'finance'])
      ? undefined
      : refusalWords({ code: 'PostMayNot', values: { posts: 'cashier,finance' } }),
  };
  const cancel: PaperAction = {
    key: 'cancel',
    label: t('counter.pickup.action.cancel'),
    blocked: offer('cancelled'),
    danger: true,
    run: async () => {
      const reason = await askReason({
        title: t('counter.pickup.cancelAsk', { no: record.no }),
        confirm: t('counter.pickup.action.cancel'),
        danger: true,
      });
      if (reason !== null && (await acting.act(cancelPickup(record.id, reason)))) notify.done(words.event('pickup', 'cancelled'));
    },
  };

  const owes = view.out > 0;
  switch (record.status) {
    case 'written':
      return { next: dialog('photograph', 'photographed'), others: [cancel] };
    case 'photographed':
      return { next: dialog('record', 'recorded'), others: [cancel] };
    case 'recorded':
      return { next: dialog('draw', 'drawn'), others: [cancel, stock] };
    case 'drawn':
      return owes ? { next: stock, others: [cancel, settle] } : { next: stock, others: [cancel] };
    case 'stocked':
    case 'closed':
      return { next: owes ? settle : null, others: [] };
    default:
      return { next: null, others: [] };
  }
}
