import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { formatFen, type Fen } from '#shared/core/money.ts';
import { drawFloat } from '#shared/modules/float/rules.ts';
import type { PickupView } from './read-pickup.ts';

/** Money for one pick-up slip out of the purchasing float (G-34); the takings are not touched. */
export function DrawDialog({ view, writer, onClose }: { view: PickupView; writer: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { print } = useDesk();
  const acting = useAct();
  const { record } = view;
  const [amount, setAmount] = useState<Fen | null>(record.body.cost || null);
  const [typed, setPerson] = useState<string | null>(null);
  const person = typed ?? writer;
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('counter.pickup.drawTitle', { no: record.no })}
      commit={t('counter.pickup.action.draw')}
      foot={t('counter.pickup.inFloat', { amount: formatFen(view.float) })}
      blocked={
        problem ??
        (amount === null ? t('counter.pickup.amountMissing') : person.trim() === '' ? t('counter.pickup.personMissing') : undefined)
      }
      onCommit={async () => {
        const saved = await acting.act(drawFloat(record.id, { amount: amount ?? 0, person: person.trim(), note: '' }));
        const voucher = saved?.records.find((made) => made.id === saved.answer.float);
        if (!voucher) return;
        notify.done(t('counter.pickup.drawn', { amount: formatFen(amount ?? 0) }));
        onClose();
        print(voucher);
      }}
    >
      <MoneyInput
        label={t('counter.pickup.drawAmount')}
        value={amount}
        onChange={setAmount}
        onProblem={setProblem}
        max={record.body.cost}

        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
        autoFocus
        required
      />
      <TextInput
        label={t('counter.pickup.person')}
        value={person}
        maxLength={60}
        onChange={(event) => setPerson(event.currentTarget.value)}
        required
      />
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
