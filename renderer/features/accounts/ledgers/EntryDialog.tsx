import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Day } from '#shared/core/calendar.ts';
import { LARGEST_FEN, type Fen } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Contract } from '#shared/modules/contract/module.ts';
import { ledgerBooks, ledgerMeasures, type LedgerBook, type LedgerMeasure } from '#shared/modules/entry/module.ts';
import { postEntry } from '#shared/modules/entry/rules.ts';

/** An entry by hand in one of the two ledgers, with its reason. Whoever keeps the one does not keep the other. */
export function EntryDialog({ record, onClose }: { record: DocumentRecord<Contract>; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { today, holds } = useDesk();
  const { act, refusal } = useAct();
  const [book, setBook] = useState<LedgerBook>(holds('finance', 'dgmFinance') ? 'finance' : 'sales');
  const [measure, setMeasure] = useState<LedgerMeasure>('collected');
  const [amount, setAmount] = useState<Fen | null>(null);
  const [day, setDay] = useState<Day>(today);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Record<string, string | null>>({});
  const on = (field: string) => (one: string | null) => setProblems((known) => ({ ...known, [field]: one }));
  const problem = Object.values(problems).find((one) => one !== null);
  async function commit(): Promise<void> {
    if (!(await act(postEntry({ contract: record.id, book, measure, amount: amount ?? 0, day, reason })))) return;
    notify.done(t('accounts.ledgers.entered', { book: words.value('book', book) }));
    onClose();
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${t('accounts.ledgers.enter')} · ${record.no}`}
      commit={t('accounts.ledgers.enter')}
      onCommit={commit}
      blocked={problem ?? (amount === null || day === '' ? t('accounts.ledgers.incomplete') : undefined)}
    >
      {refusal && <RefusalView refusal={refusal} />}
      <FormGrid>
        <MoneyInput
          label={words.field('entry', 'amount')}
          description={t('accounts.ledgers.amountHint')}
          value={amount}
          onChange={setAmount}
          onProblem={on('amount')}
          min={-LARGEST_FEN}
          required
        />
        <DayInput
          label={words.column('day')}
          description={t('accounts.ledgers.dayHint')}
          value={day}
          onChange={setDay}
          onProblem={on('day')}
          today={today}
          latest={today}
          required
        />
        <Select
          label={words.field('entry', 'book')}
          data={ledgerBooks.map((value) => ({ value, label: words.value('book', value) }))}
          value={book}
          onChange={(value) => setBook(ledgerBooks.find((known) => known === value) ?? book)}
          allowDeselect={false}
        />
        <Select
          label={words.field('entry', 'measure')}
          data={ledgerMeasures.map((value) => ({ value, label: words.value('measure', value) }))}
          value={measure}
          onChange={(value) => setMeasure(ledgerMeasures.find((known) => known === value) ?? measure)}
          allowDeselect={false}
        />
        <WideRow>
          <Textarea
            label={words.field('entry', 'reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
          />
        </WideRow>
      </FormGrid>
    </FormDialog>
  );
}
