import { useTranslation } from '#renderer/ui/i18n.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import type { Waiting } from '#shared/modules/inbox.ts';
import { linesOf, useDigest } from './use-digest.ts';
import { WaitingRow } from './WaitingRow.tsx';

/** A single signature that is given on the paper's own page, where all it rests on is in view. */
export function OpenRow({ item }: { item: Waiting }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { record, steps } = item;
  const digest = useDigest(record);
  return (
    <WaitingRow item={item} lines={linesOf(record, t)} note={digest.join(' · ')} refusal={null}>
      <ActionButton size="xs" onAct={() => go(pathOf(record))}>
        {steps.map((step) => words.step(record.kind, step)).join(t('common.listSeparator')) || t('policy.inbox.open')}
      </ActionButton>
    </WaitingRow>
  );
}
