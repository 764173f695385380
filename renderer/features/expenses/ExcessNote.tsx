import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { monthOf } from '#shared/core/calendar.ts';
import { formatFen } from '#shared/core/money.ts';
import { excessFor } from '#shared/modules/expense/rules.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import { previewOf, type ClaimDraft } from './claim-draft.ts';
import classes from './expenses.module.css';

/** What of the claim is above the standards, said before it is claimed (G-47): the manager has to let it pass then. */
export function ExcessNote({ claim }: { claim: ClaimDraft }) {
  const { t } = useTranslation();
  const words = useWords();
  const { actor, today } = useDesk();
  const preview = previewOf(claim);
  const key = JSON.stringify(preview?.lines.map(({ day, category, amount }) => [day, category, amount]) ?? []);
  const found = useLive(
    async (read) =>
      preview ? excessFor(read, { owner: actor.id, lines: preview.lines, counted: false }, await parametersInForce(read, today)) : [],
    ['excess', actor.id, monthOf(today), key],
  );
  if (found.state !== 'ready' || found.value.length === 0) return null;
  return (
    <p className={classes.excess} role="status">
      {t('expenses.excess', {
        what: found.value
          .map(({ category, over, limit }) =>
            t(limit === null ? 'expenses.excessOutside' : 'expenses.excessOver', {
              category: words.value('category', category),
              over: `¥${formatFen(over)}`,
            }),
          )
          .join(t('common.listSeparator')),
      })}
    </p>
  );
}
