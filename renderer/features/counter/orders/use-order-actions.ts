import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import type { Acting } from '#renderer/desk/use-act.ts';
import type { PaperAction } from '#renderer/desk/PaperActions.tsx';
import { pathOf } from '#renderer/desk/paths.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { askReason } from '#renderer/ui/ask.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { refusalWords } from '#renderer/ui/RefusalView.tsx';
import { order } from '#shared/modules/order/module.ts';
import { cancelRest, closeOrder, voidOrder } from '#shared/modules/order/rules.ts';
import { returnOrder, stampOrder } from '#shared/modules/order/steps.ts';
import { holdsAny, type Role } from '#shared/policy/roles.ts';
import { useOffer } from '#renderer/desk/use-offer.ts';
import type { Wait } from './order-waits.ts';
import type { OrderView } from './read-order.ts';

export type OrderDialog = 'hand' | 'pick' | 'review' | 'sign' | 'note' | 'envelope' | 'return' | 'refund';

/** What can be done with an order now: what it waits for first, and everything else. */
export function useOrderActions(
  view: OrderView,
  acting: Acting,
  openDialog: (dialog: OrderDialog) => void,
): { next: PaperAction | null; others: PaperAction[] } {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { actor } = useDesk();
  const { record } = view;
  const offer = useOffer(order, record);

  const posts = (...roles: Role[]) =>
    holdsAny(actor, roles) ? undefined : refusalWords({ code: 'PostMayNot', values: { posts: roles.join(',') } });
  const dialog = (key: OrderDialog, step: string): PaperAction => ({
    key,
    label: t(`counter.action.${key}`),
    run: () => openDialog(key),
    blocked: offer(step),
  });
  const page = (key: 'pay' | 'pickup', blocked: string | undefined): PaperAction => ({
    key,
    label: t(`counter.action.${key}`),
    run: () => go(`/orders/${record.id}/${key}`),
    blocked,
  });
  const withReason = (
    key: 'returned' | 'voided' | 'shortened',
    decide: (id: string, reason: string) => ReturnType<typeof voidOrder>,
  ): PaperAction => ({
    key,
    label: t(`counter.action.${key}`),
    blocked: offer(key),
    danger: true,
    run: async () => {
      const reason = await askReason({
        title: t(`counter.ask.${key}.title`, { no: record.no }),
        message: t(`counter.ask.${key}.message`),
        confirm: t(`counter.action.${key}`),
        danger: true,
      });
      if (reason !== null && (await acting.act(decide(record.id, reason)))) notify.done(t(`counter.ask.${key}.done`, { no: record.no }));
    },
  });
  const direct = (key: 'closed' | 'stamped', decide: (id: string) => ReturnType<typeof closeOrder>): PaperAction => ({
    key,
    label: t(`counter.action.${key}`),
    blocked: offer(key),
    run: async () => {
      if (await acting.act(decide(record.id))) notify.done(words.event('order', key));
    },
  });
  const openPaper = (key: 'delivery' | 'purchase', paper: { kind: string; id: string } | undefined): PaperAction | null =>
    paper ? { key, label: t(`counter.action.${key}`), run: () => go(pathOf(paper)), blocked: undefined } : null;

  const pay = page('pay', posts('cashier', 'finance', 'manager'));
  const pickup = page('pickup', posts('salesperson', 'warehouse', 'purchasing', 'manager'));
  const byWait: Readonly<Record<Wait, () => PaperAction | null>> = {
    review: () => dialog('review', 'reviewed'),
    money: () => pay,
    purchase: () =>
      openPaper(
        'purchase',
        view.pickups.find(({ status }) => !['stocked', 'closed', 'cancelled'].includes(status)),
      ) ?? pickup,
    goods: () => dialog('hand', 'handed'),
    dispatch: () => ({
      key: 'dispatch',
      label: t('counter.action.dispatch'),
      run: () => go('/dispatches/new', { order: record.id }),
      blocked: posts('salesperson', 'warehouse', 'manager'),
    }),
    delivery: () =>
      openPaper(
        'delivery',
        view.dispatches.find(({ status }) => !['signed', 'booked', 'returned', 'cancelled'].includes(status)),
      ),
    signature: () => dialog('sign', 'signed'),
    refund: () => ({
      ...page('pay', undefined),
      key: 'refund',
      label: t('counter.action.refund'),
      run: () => openDialog('refund'),
      blocked: posts('cashier', 'finance', 'manager'),
    }),
    trouble: () => dialog('note', 'noted'),
    closing: () => direct('closed', closeOrder),
  };
  const next = view.waiting[0] ? byWait[view.waiting[0]]() : null;

  const released = record.status === 'released';
  const owed = view.figures.undelivered > 0;
  const counter = record.body.class !== 'delivery';
  const gone = view.progress.some((line) => line.gone.quantity > line.returned.quantity);
  const found: (PaperAction | null | false)[] = [
    released && view.money.open > 0 && pay,
    released && counter && owed && dialog('hand', 'handed'),
    released && counter && owed && dialog('pick', 'picked'),
    released && !counter && view.figures.unnoted > 0 && byWait.dispatch(),
    released && owed && pickup,
    ['checked', 'released'].includes(record.status) && dialog('sign', 'signed'),
    released && view.money.open <= 0 && !record.events.some(({ type }) => type === 'stamped') && direct('stamped', stampOrder),
    ['checked', 'released', 'closed'].includes(record.status) && dialog('envelope', 'enveloped'),
    gone && { ...dialog('return', 'noted'), blocked: posts('salesperson', 'cashier', 'manager') },
    view.money.open < 0 && byWait.refund(),
    record.status !== 'voided' && record.status !== 'returned' && dialog('note', 'noted'),
    released && direct('closed', closeOrder),
    (record.status === 'returned' || record.status === 'voided') && {
      key: 'correct',
      label: t('counter.action.correct'),
      // Under a contract what was returned is open again there: the next order is made from the contract, at its prices.
      run: () =>
        record.body.contract ? go(`/contracts/${record.body.contract}`, { do: 'order' }) : go('/orders/new', { corrects: record.id }),
      blocked: posts('salesperson', 'cashier', 'manager'),
    },
    record.status === 'checked' && withReason('returned', returnOrder),
    released && owed && withReason('shortened', cancelRest),
    !['voided', 'closed'].includes(record.status) && withReason('voided', voidOrder),
  ];
  const others = found.flatMap((action) => (action && action.key !== next?.key ? [action] : []));
  return { next, others };
}
