import { useDesk } from '#renderer/desk/desk.ts';
import { useDraft } from '#renderer/desk/use-draft.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Expense } from '#shared/modules/expense/module.ts';
import { blankClaim, claimAgain, parseClaim, type ClaimDraft } from './claim-draft.ts';

/** A claim that came back is written again from what it said. Only for whoever claimed. */
export function ClaimAgain({ record }: { record: DocumentRecord<Expense> }) {
  const { t } = useTranslation();
  const { actor, today } = useDesk();
  const go = useGo();
  const draft = useDraft<ClaimDraft>('expense', blankClaim(today), parseClaim, ({ purpose }) => purpose);
  if (record.status !== 'returned' || record.owner !== actor.id) return null;
  return (
    <ActionButton
      onAct={async () => {
        await draft.keep(claimAgain(record.body, record.id));
        go('/expenses/new');
      }}
    >
      {t('expenses.again')}
    </ActionButton>
  );
}
