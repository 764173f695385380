import { Select, TextInput } from '@mantine/core';
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
import { methods, type Method } from '#shared/modules/fields.ts';
import { refund } from '#shared/modules/receipt/rules.ts';
import type { OrderView } from './read-order.ts';

/** Money back that the customer has too much with us: a deposit, or the price of returned goods. */
export function RefundDialog({ view, onClose }: { view: OrderView; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { print } = useDesk();
  const acting = useAct();
  const most = -view.money.open;
  const [amount, setAmount] = useState<Fen | null>(most > 0 ? most : null);
  const [method, setMethod] = useState<Method>('cash');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const blocked =
    problem ?? (amount === null ? t('counter.refund.amountMissing') : reason.trim() === '' ? t('counter.refund.reasonMissing') : undefined);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('counter.refund.title', { no: view.record.no })}
      commit={t('counter.refund.commit')}
      blocked={blocked}
      danger
      onCommit={async () => {
        const saved = await acting.act(refund({ order: view.record.id, method, amount: amount ?? 0, reason }));
        const paper = saved?.records.find((made) => made.id === saved.answer.receipt);
        if (!paper) return;
        notify.done(t('counter.refund.done', { no: paper.no }));
        onClose();
        print(paper);
      }}
    >
      <MoneyInput
        label={t('counter.refund.amount')}
        value={amount}
        onChange={setAmount}
        onProblem={setProblem}
        max={Math.max(0, most)}
        required
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
        autoFocus
      />
      <Select
        label={words.field('receipt', 'method')}
        data={methods.map((value) => ({ value, label: words.method(value) }))}
        value={method}
        onChange={(value) => setMethod(methods.find((known) => known === value) ?? 'cash')}
        allowDeselect={false}
      />
      <TextInput
        label={t('counter.refund.reason')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
