import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { customerChoice, findCustomers } from '#renderer/desk/find-customers.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RecordPicker, type Choice } from '#renderer/ui/RecordPicker.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { firstDay, monthOf, type Day } from '#shared/core/calendar.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { runningAccount } from '#shared/ledger/running-account.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { partyMovements } from '#shared/modules/statement/movements.ts';
import { drawStatement } from '#shared/modules/statement/rules.ts';

/** Customer and period; what the statement will say is shown before it is drawn up, and its print is opened afterwards. */
export function DrawStatement({ file, onClose }: { file?: DocumentRecord<Customer> | null; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { book, today, print } = useDesk();
  const go = useGo();
  const { act, refusal } = useAct();
  const [who, setWho] = useState<Choice<DocumentRecord<Customer>> | null>(file ? customerChoice(file) : null);
  const [from, setFrom] = useState<Day>(firstDay(monthOf(today)));
  const [to, setTo] = useState<Day>(today);
  const [problems, setProblems] = useState<Record<string, string | null>>({});
  const on = (field: string) => (one: string | null) => setProblems((known) => ({ ...known, [field]: one }));
  const problem = Object.values(problems).find((one) => one !== null);
  const party = who?.key ?? '';
  const preview = useLive(
    async (read) => (party === '' || from === '' || to < from ? null : runningAccount(await partyMovements(read, party), from, to)),
    ['statement-preview', party, from, to],
  );
  async function commit(): Promise<void> {
    const made = (await act(drawStatement({ party, from, to })))?.records[0];
    if (!made) return;
    notify.done(t('accounts.statement.drawn', { no: made.no }));
    onClose();
    print(made);
    go(pathOf(made));
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('accounts.statement.draw')}
      commit={t('accounts.statement.draw')}
      onCommit={commit}
      blocked={
        problem ?? (who === null ? t('accounts.credit.chooseCustomer') : from === '' || to === '' ? t('accounts.dayMissing') : undefined)
      }
    >
      {refusal && <RefusalView refusal={refusal} />}
      <RecordPicker
        label={words.field('statement', 'customerName')}
        value={who}
        onChange={setWho}
        search={async (text) => (await findCustomers(book, text)).map(customerChoice)}
        onProblem={on('who')}
        required
      />
      <FormGrid>
        <DayInput label={words.field('statement', 'from')} value={from} onChange={setFrom} onProblem={on('from')} today={today} required />
        <DayInput
          label={words.field('statement', 'to')}
          value={to}
          onChange={setTo}
          onProblem={on('to')}
          today={today}
          latest={today}
          required
        />
      </FormGrid>
      {who && (
        <StateView of={preview}>
          {(account) =>
            account && (
              <Facts
                facts={[
                  { label: words.field('statement', 'opening'), value: <Money fen={account.opening} symbol /> },
                  { label: t('accounts.statement.movements'), value: account.rows.length },
                  { label: words.field('statement', 'debit'), value: <Money fen={account.debit} symbol /> },
                  { label: words.field('statement', 'credit'), value: <Money fen={account.credit} symbol /> },
                  { label: words.field('statement', 'closing'), value: <Money fen={account.closing} symbol strong /> },
                ]}
              />
            )
          }
        </StateView>
      )}
    </FormDialog>
  );
}
