import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { ApprovalPanel } from '#renderer/desk/approvals/ApprovalPanel.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { GateNotice } from '#renderer/ui/GateNotice.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { untyped } from '#shared/documents/act.ts';
import { lastText } from '#shared/documents/last-text.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { contract } from '#shared/modules/contract/module.ts';
import { invoice, invoiceNumbers, type Invoice } from '#shared/modules/invoice/module.ts';
import { deliverInvoice, withdrawInvoice } from '#shared/modules/invoice/rules.ts';
import { KeptPicture } from '#renderer/desk/KeptPicture.tsx';
import { PaperFrame } from '#renderer/desk/paper/PaperFrame.tsx';
import { PaperSteps } from '#renderer/desk/paper/PaperSteps.tsx';
import { StepButton } from '#renderer/desk/paper/StepButton.tsx';
import { TextDialog } from '#renderer/desk/paper/TextDialog.tsx';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';
import { ShareBar } from '#renderer/desk/contract-money/ShareBar.tsx';
import { NumberDialog } from './NumberDialog.tsx';
import { invoiceGate, type InvoiceGate } from '#renderer/desk/contract-money/invoice-gate.ts';

/** One request: asked, signed along its chain, issued by the tax system, given to the customer. */
export function InvoicePage() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const id = useAddressPart('id');
  const found = useLive(
    async (read) => {
      const record = await readAs(read, invoice, id);
      if (!record) return null;
      const deal = await readAs(read, contract, record.source);
      return { record, gate: deal && (await invoiceGate(read, deal, today)) };
    },
    [id, today],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('accounts.gone')} hint={t('accounts.goneHint')} />}>
      {(value) => value && <Shown key={value.record.id} {...value} />}
    </StateView>
  );
}

const chain = ['committed', 'approved', 'issued', 'delivered'] as const;

function Shown({ record, gate }: { record: DocumentRecord<Invoice>; gate: InvoiceGate | null }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const steps = useSteps();
  const { scan = '' } = lastText(record.events, 'issued', 'file', 'scan');
  const [dialog, setDialog] = useState<'issued' | 'delivered' | 'reversed' | null>(null);
  const paper = untyped(record);
  const { body } = record;
  const done = (step: string) => `${words.event(invoice.kind, step)} · ${record.no}`;
  const common = { module: invoice, record: paper };
  const numbers = invoiceNumbers(record);
  const before = ['submitted', 'signed'].includes(record.status);
  return (
    <PaperFrame
      record={paper}
      steps={steps}
      actions={
        <>
          <ActionButton variant="default" onAct={() => go(`/accounts/contracts/${record.source}`)}>
            {t('accounts.recovery.accountOf')}
          </ActionButton>
          <StepButton
            {...common}
            step="withdrawn"
            onReason={(reason) => steps.take(() => withdrawInvoice(record.id, reason), done('withdrawn'))}
          />
          <StepButton {...common} step="reversed" color="red" onAct={() => setDialog('reversed')} />
          <StepButton {...common} step="issued" variant="filled" shortcut="mod+Enter" onAct={() => setDialog('issued')} />
          <StepButton {...common} step="delivered" variant="filled" shortcut="mod+Enter" onAct={() => setDialog('delivered')} />
        </>
      }
      side={
        gate && (
          <Section title={t('accounts.invoice.collected')}>
            <ShareBar received={gate.received} due={gate.due} percent={gate.percent} enough={gate.outcomes[0]?.result === 'passed'} />
            {before && <GateNotice outcomes={gate.outcomes} />}
          </Section>
        )
      }
    >
      <PaperSteps record={paper} steps={chain} stopped={['returned', 'refused', 'withdrawn', 'reversed']} />
      <ApprovalPanel record={paper} />
      <Section title={t('accounts.invoice.buyer')}>
        <Facts
          facts={[
            { label: words.field('invoice', 'buyer'), value: body.buyer },
            { label: words.field('invoice', 'taxNo'), value: body.taxNo },
            { label: words.field('invoice', 'addressPhone'), value: body.addressPhone },
            { label: words.field('invoice', 'bankAccount'), value: body.bankAccount },
            { label: words.field('invoice', 'invoiceKind'), value: words.value('invoiceKind', body.invoiceKind) },
            { label: words.field('invoice', 'content'), value: body.content },
            { label: words.field('invoice', 'contractNo'), value: body.contractNo },
            { label: words.field('invoice', 'amount'), value: <Money fen={body.amount} symbol strong /> },
            { label: t('accounts.invoice.number'), value: numbers.join(' / ') },
            ...(scan === ''
              ? []
              : [{ label: t('accounts.invoice.scan'), value: <KeptPicture hash={scan} alt={t('accounts.invoice.scan')} /> }]),
            { label: words.field('invoice', 'notes'), value: body.notes },
          ]}
        />
      </Section>
      {(dialog === 'issued' || dialog === 'reversed') && <NumberDialog record={paper} step={dialog} onClose={() => setDialog(null)} />}
      {dialog === 'delivered' && (
        <TextDialog
          title={`${words.step(invoice.kind, 'delivered')} · ${record.no}`}
          commit={words.step(invoice.kind, 'delivered')}
          label={t('accounts.invoice.receiver')}
          decide={(name) => deliverInvoice(record.id, name)}
          done={done('delivered')}
          onClose={() => setDialog(null)}
        />
      )}
    </PaperFrame>
  );
}
