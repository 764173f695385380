import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Acting } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useOffer } from '#renderer/desk/use-offer.ts';
import { askReason } from '#renderer/ui/ask.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { quotation } from '#shared/modules/quotation/module.ts';
import { declineQuotation } from '#shared/modules/quotation/rules.ts';
import { approvalFacts } from '#shared/policy/approvals.ts';
import type { QuotationView } from './read-quotation.ts';

export type QuotationDialog = 'submit' | 'send' | 'accept' | 'round';

export interface QuotationAction {
  key: string;
  label: string;
  run: () => void | Promise<unknown>;
  /** Why it cannot be done, in words. */
  blocked: string | undefined;
  danger?: boolean;
}

/** What can be done with a quotation now: the next step first, and everything else. */
export function useQuotationActions(
  { record, chain }: QuotationView,
  acting: Acting,
  open: (dialog: QuotationDialog) => void,
): { next: QuotationAction | null; others: QuotationAction[] } {
  const { t } = useTranslation();
  const go = useGo();
  const offer = useOffer(quotation, record);
  const { status } = record;

  const dialog = (key: QuotationDialog, step: string, label: string): QuotationAction => ({
    key,
    label,
    run: () => open(key),
    blocked: offer(step),
  });
  const submit = dialog('submit', 'submitted', t('quotations.page.submit'));
  const send = dialog('send', 'sent', t('quotations.page.send'));
  const accept = dialog('accept', 'accepted', t('quotations.page.accept'));
  const revise: QuotationAction = {
    key: 'revise',
    label: t('quotations.page.revise'),
    run: () => go('/quotations/new', { revises: record.id }),
    blocked: offer('replaced'),
  };
  const decline: QuotationAction = {
    key: 'decline',
    label: t('quotations.page.decline'),
    blocked: offer('declined'),
    danger: true,
    run: async () => {
      const reason = await askReason({ title: t('quotations.page.declineTitle', { no: record.no }), least: 1, danger: true });
      if (reason === null || !(await acting.act(declineQuotation(record.id, reason)))) return;
      notify.done(t('quotations.page.declined', { no: record.no }));
    },
  };
  const party = record.party === '' ? {} : { party: record.party };
  const apply: QuotationAction = {
    key: 'apply',
    label: t('quotations.page.apply'),
    run: () => go('/applications/new', { quotation: record.id, ...party }),
    blocked: undefined,
  };
  const order: QuotationAction = {
    key: 'order',
    label: t('quotations.page.order'),
    run: () => go('/orders/new', { source: record.id, ...party }),
    blocked: undefined,
  };

  const needsApproval = chain.length > 0 && !approvalFacts(record).approved;
  const byStatus: Readonly<Record<string, QuotationAction>> = {
    draft: needsApproval ? submit : send,
    returned: revise,
    approved: send,
    sent: accept,
    accepted: apply,
    declined: revise,
    expired: revise,
  };
  const next = byStatus[status] ?? null;
  const found: (QuotationAction | false)[] = [
    ['draft', 'returned'].includes(status) && needsApproval && submit,
    ['draft', 'approved'].includes(status) && send,
    status === 'accepted' && order,
    ['draft', 'returned', 'approved', 'sent', 'refused', 'declined', 'expired'].includes(status) && revise,
    status === 'sent' && decline,
  ];
  return { next, others: found.flatMap((action) => (action && action.key !== next?.key ? [action] : [])) };
}
