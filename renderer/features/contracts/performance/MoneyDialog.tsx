import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import type { Fen } from '#shared/core/money.ts';
import { methods, type Method } from '#shared/modules/fields.ts';
import { takeContractMoney } from '#shared/modules/receipt/for-contract.ts';
import { ActDialog } from '../ActDialog.tsx';
import type { ContractView } from '../contract/read-contract.ts';
import classes from './performance.module.css';

/** Money for a contract; it settles the plan oldest first (PAY-01, PAY-02). The receipt is printed next. */
export function MoneyDialog({ view, onClose }: { view: ContractView; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { book, print } = useDesk();
  const { record, money } = view;
  const next = money.plan.find(({ open }) => open > 0);
  const [amount, setAmount] = useState<Fen | null>(next?.open ?? (money.open > 0 ? money.open : null));
  const [method, setMethod] = useState<Method>('transfer');
  const [earnest, setEarnest] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const input = { contract: record.id, method, amount: amount ?? 0, tendered: method === 'cash' ? (amount ?? 0) : 0, reason };
  const showReceipt = async (id: string): Promise<void> => {
    const made = await book.get(id);
    if (made) print(made);
  };
  return (
    <ActDialog
      title={t('contracts.money.title', { no: record.no })}
      commit={t('contracts.money.commit')}
      decide={() => takeContractMoney(earnest ? { ...input, type: 'deposit', earnest: true } : { ...input, type: 'payment' })}
      done={t('contracts.money.done')}
      onDone={({ receipt }) => void showReceipt(receipt)}
      onClose={onClose}
      blocked={problem ?? (amount === null || amount <= 0 ? t('contracts.money.amountMissing') : undefined)}
    >
      <p className={classes.note}>
        {next && `${words.value('kind', next.kind)} ${next.due} · `}
        {t('contracts.money.open')} <Money fen={money.open} symbol strong />
      </p>
      <FormGrid>
        <MoneyInput label={t('contracts.money.amount')} value={amount} onChange={setAmount} onProblem={setProblem} required />
        <Select
          label={t('contracts.money.method')}
          data={methods.map((value) => ({ value, label: words.method(value) }))}
          value={method}
          onChange={(value) => setMethod(methods.find((known) => known === value) ?? 'transfer')}
          allowDeselect={false}
        />
      </FormGrid>
      <Checkbox
        label={t('contracts.money.earnest')}
        description={t('contracts.money.earnestHint')}
        checked={earnest}
        onChange={(event) => setEarnest(event.currentTarget.checked)}
      />
      <TextInput
        label={t('contracts.money.remarks')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
