import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { ChainMarks } from '#renderer/desk/approvals/ChainMarks.tsx';
import { useChainWords } from '#renderer/desk/approvals/chain-words.ts';
import { CreditDoubts } from '#renderer/desk/approvals/CreditDoubts.tsx';
import { DecisionDialog } from '#renderer/desk/approvals/DecisionDialog.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import type { Verb } from '#shared/documents/approve.ts';
import type { Waiting } from '#shared/modules/inbox.ts';
import { linesOf, useDigest } from './use-digest.ts';
import { WaitingRow } from './WaitingRow.tsx';

interface ChainRowProps {
  item: Waiting;
  chosen?: boolean;
  /** Left out: it cannot be decided together with others. */
  onChoose?: (on: boolean) => void;
}

/** A paper on its way along a chain (QPA-06): what it gives away, who signed and said what, and the three ways to decide. */
export function ChainRow({ item, chosen = false, onChoose }: ChainRowProps) {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const { nameOf } = useStaff();
  const chainWords = useChainWords();
  const [verb, setVerb] = useState<Verb | null>(null);
  const { record, approval, post, onBehalfOf } = item;
  const digest = useDigest(record);
  if (!approval) return null;
  const said = record.events.findLast(({ type }) => type === 'submitted')?.data.comment;
  const name = record.no || record.title;

  return (
    <WaitingRow
      item={item}
      lines={linesOf(record, t)}
      note={digest.join(' · ')}
      refusal={null}
      lead={
        onChoose && (
          <Checkbox
            aria-label={t('policy.inbox.choose', { no: name })}
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )
      }
      foot={
        <>
          {typeof said === 'string' && said !== '' && <p>{`${t('policy.inbox.said')}: ${said}`}</p>}
          {onBehalfOf !== '' && post !== '' && (
            <p>{t('policy.approval.forOther', { name: nameOf(onBehalfOf), post: chainWords.stage([post]) })}</p>
          )}
          <ChainMarks approval={approval} />
          <CreditDoubts record={record} />
        </>
      }
    >
      <ActionButton size="xs" variant="subtle" color="red" onAct={() => setVerb('refuse')}>
        {t('policy.approval.refuse')}
      </ActionButton>
      <ActionButton size="xs" variant="default" onAct={() => setVerb('sendBack')}>
        {t('policy.approval.sendBack')}
      </ActionButton>
      <ActionButton size="xs" onAct={() => setVerb('sign')}>
        {t('policy.approval.sign')}
      </ActionButton>
      {verb && <DecisionDialog record={record} verb={verb} deciders={[actor]} onClose={() => setVerb(null)} />}
    </WaitingRow>
  );
}
