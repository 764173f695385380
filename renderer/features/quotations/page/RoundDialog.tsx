import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { noteRound, type Round } from '#shared/modules/quotation/rules.ts';

const parts = ['ours', 'theirs', 'concession', 'agreed', 'next'] as const;
const empty: Round = { ours: '', theirs: '', concession: '', agreed: '', next: '' };

interface RoundDialogProps {
  id: string;
  /** Number of the round to be noted. */
  round: number;
  onClose: () => void;
}

/** One round of the talks: both positions, what was given, what is agreed (QPA-05). */
export function RoundDialog({ id, round, onClose }: RoundDialogProps) {
  const { t } = useTranslation();
  const acting = useAct();
  const [said, setSaid] = useState(empty);
  const note = async () => {
    if (!(await acting.act(noteRound(id, said)))) return;
    notify.done(t('quotations.talks.noted', { round }));
    onClose();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('quotations.talks.addTitle', { round })}
      commit={t('quotations.talks.commit')}
      onCommit={note}
      blocked={said.ours.trim() === '' && said.theirs.trim() === '' ? t('quotations.talks.missing') : undefined}
      size={600}
    >
      {parts.map((part) => (
        <Textarea
          key={part}
          label={t(`quotations.talks.${part}`)}
          value={said[part]}
          maxLength={500}
          autosize
          minRows={1}
          maxRows={4}
          onChange={(event) => setSaid({ ...said, [part]: event.currentTarget.value })}
        />
      ))}
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
