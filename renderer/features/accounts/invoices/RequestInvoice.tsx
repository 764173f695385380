import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { GateNotice } from '#renderer/ui/GateNotice.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RecordPicker, type Choice } from '#renderer/ui/RecordPicker.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { Fen } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Contract } from '#shared/modules/contract/module.ts';
import { invoice, type Invoice } from '#shared/modules/invoice/module.ts';
import { requestInvoice } from '#shared/modules/invoice/rules.ts';
import { contractChoice, findContracts } from '../find-contracts.ts';
import { ShareBar } from '#renderer/desk/contract-money/ShareBar.tsx';
import { invoiceGate, type InvoiceGate } from '#renderer/desk/contract-money/invoice-gate.ts';

/** Asks for an invoice on a contract (PAY-05): whether the money that came is enough is shown before anything is filled in. */
export function RequestInvoice({ contract, onClose }: { contract?: DocumentRecord<Contract>; onClose: () => void }) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const [chosen, setChosen] = useState<Choice<DocumentRecord<Contract>> | null>(contract ? contractChoice(contract) : null);
  if (chosen) return <RequestFor key={chosen.key} record={chosen.data} onClose={onClose} />;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('accounts.invoice.request')}
      commit={t('accounts.next')}
      onCommit={() => undefined}
      blocked={t('accounts.invoice.chooseContract')}
    >
      <RecordPicker
        label={t('accounts.invoice.contract')}
        value={chosen}
        onChange={setChosen}
        search={async (text) => (await findContracts(book, text)).map(contractChoice)}
        required
      />
    </FormDialog>
  );
}

function RequestFor({ record, onClose }: { record: DocumentRecord<Contract>; onClose: () => void }) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const found = useLive(
    async (read) => {
      const before = (await read.list({ kind: invoice.kind, party: record.party, limit: 1 })).rows[0];
      return { gate: await invoiceGate(read, record, today), before: before ? invoice.read(before).body : null };
    },
    [record.id, today],
  );
  // Too short to show: the dialog opens when it knows what may be invoiced.
  if (found.state === 'loading') return null;
  if (found.state === 'failed') {
    return (
      <FormDialog opened onClose={onClose} title={record.no} commit={t('accounts.next')} onCommit={() => found.retry?.()}>
        <StateView of={found}>{() => null}</StateView>
      </FormDialog>
    );
  }
  return <RequestForm record={record} gate={found.value.gate} before={found.value.before} onClose={onClose} />;
}

interface RequestFormProps {
  record: DocumentRecord<Contract>;
  gate: InvoiceGate;
  /** The customer's last request: its buyer data are still right most of the time. */
  before: Invoice | null;
  onClose: () => void;
}

function RequestForm({ record, gate, before, onClose }: RequestFormProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { print } = useDesk();
  const go = useGo();
  const { act, refusal } = useAct();
  const [amount, setAmount] = useState<Fen | null>(gate.open > 0 ? gate.open : null);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState(() => ({
    invoiceKind: before?.invoiceKind ?? ('special' as const),
    buyer: before?.buyer ?? record.body.customerName,
    taxNo: before?.taxNo ?? '',
    addressPhone: before?.addressPhone ?? '',
    bankAccount: before?.bankAccount ?? '',
    content: before?.content ?? record.body.lines[0]?.name ?? '',
    notes: '',
  }));
  const field = (name: Exclude<keyof typeof said, 'invoiceKind'>) => ({
    label: words.field('invoice', name),
    value: said[name],
    onChange: (event: { currentTarget: { value: string } }) => setSaid({ ...said, [name]: event.currentTarget.value }),
  });
  async function commit(): Promise<void> {
    const saved = await act(requestInvoice({ contract: record.id, ...said, amount: amount ?? 0 }));
    const made = saved?.records[0];
    if (!made) return;
    notify.done(t('accounts.invoice.requested', { no: made.no }));
    onClose();
    print(made);
    go(pathOf(made));
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${t('accounts.invoice.request')} · ${record.no}`}
      commit={t('accounts.invoice.request')}
      onCommit={commit}
      blocked={problem ?? (amount === null ? t('accounts.invoice.amountMissing') : undefined)}
      size={640}
    >
      <ShareBar received={gate.received} due={gate.due} percent={gate.percent} enough={gate.outcomes[0]?.result === 'passed'} />
      {refusal ? <RefusalView refusal={refusal} /> : <GateNotice outcomes={gate.outcomes} />}
      <SegmentedControl
        aria-label={words.field('invoice', 'invoiceKind')}
        data={(['special', 'ordinary'] as const).map((value) => ({ value, label: words.value('invoiceKind', value) }))}
        value={said.invoiceKind}
        onChange={(value) => setSaid({ ...said, invoiceKind: value === 'ordinary' ? 'ordinary' : 'special' })}
        fullWidth
      />
      <FormGrid>
        <TextInput {...field('buyer')} required />
        <TextInput {...field('taxNo')} required={said.invoiceKind === 'special'} />
        <TextInput {...field('addressPhone')} />
        <TextInput {...field('bankAccount')} />
        <TextInput {...field('content')} required />
        <MoneyInput label={words.field('invoice', 'amount')} value={amount} onChange={setAmount} onProblem={setProblem} required />
        <WideRow>
          <Textarea {...field('notes')} autosize minRows={1} />
        </WideRow>
      </FormGrid>
    </FormDialog>
  );
}
