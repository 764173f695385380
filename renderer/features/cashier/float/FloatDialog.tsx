import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Fen } from '#shared/core/money.ts';
import { closeFloat, openFloat } from '#shared/modules/float/rules.ts';

interface FloatDialogProps {
  /** open: finance puts money in; close: money goes back to finance. */
  type: 'open' | 'close';
  there: Fen;
  onClose: () => void;
}

/** Money between finance and the purchasing float. */
export function FloatDialog({ type, there, onClose }: FloatDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { print, actor } = useDesk();
  const acting = useAct();
  const [amount, setAmount] = useState<Fen | null>(type === 'close' && there > 0 ? there : null);
  const [person, setPerson] = useState(actor.name);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`cashier.float.${type}`)}
      commit={t(`cashier.float.${type}`)}
      blocked={problem ?? (amount === null ? t('cashier.pay.amountMissing') : undefined)}
      onCommit={async () => {
        const input = { amount: amount ?? 0, person: person.trim(), note: note.trim() };
        const saved = await acting.act(type === 'open' ? openFloat(input) : closeFloat(input));
        const line = saved?.records.find((made) => made.id === saved.answer.float);
        if (!line) return;
        notify.done(t('cashier.float.entered', { no: line.no }));
        onClose();
        print(line);
      }}
    >
      <MoneyInput
        label={words.field('float', 'amount')}
        value={amount}
        onChange={setAmount}
        onProblem={setProblem}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
        autoFocus
        required
      />
      <TextInput
        label={words.field('float', 'person')}
        value={person}
        maxLength={60}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      <TextInput
        label={words.field('float', 'note')}
        value={note}
        maxLength={300}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
