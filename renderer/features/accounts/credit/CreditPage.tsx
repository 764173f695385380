import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { ApprovalPanel } from '#renderer/desk/approvals/ApprovalPanel.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { untyped } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { credit, type Credit } from '#shared/modules/credit/module.ts';
import { withdrawCredit } from '#shared/modules/credit/rules.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { PaperFrame } from '#renderer/desk/paper/PaperFrame.tsx';
import { StepButton } from '#renderer/desk/paper/StepButton.tsx';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';
import { AssessDialog } from './AssessDialog.tsx';
import { ExposurePanel } from './ExposurePanel.tsx';

/** One assessment: what it says, what the customer owes beside it, and who fixes the grade. */
export function CreditPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive(
    async (read) => {
      const record = await readAs(read, credit, id);
      return record && { record, file: await readAs(read, customer, record.party) };
    },
    [id],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('accounts.gone')} hint={t('accounts.goneHint')} />}>
      {(value) => value && <Shown key={value.record.id} {...value} />}
    </StateView>
  );
}

function Shown({ record, file }: { record: DocumentRecord<Credit>; file: DocumentRecord<Customer> | null }) {
  const { t } = useTranslation();
  const words = useWords();
  const { holds } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const steps = useSteps();
  const [assessing, setAssessing] = useState(false);
  const paper = untyped(record);
  const { body } = record;
  const common = { module: credit, record: paper };
  const done = (step: string) => `${words.event(credit.kind, step)} · ${body.customerName}`;
  return (
    <PaperFrame
      record={paper}
      steps={steps}
      actions={
        <>
          {file && (
            <ActionButton variant="default" onAct={() => go(`/customers/${file.id}`)}>
              {t('accounts.credit.file')}
            </ActionButton>
          )}
          {holds(...credit.makers) && record.status !== 'submitted' && (
            <ActionButton variant="default" onAct={() => setAssessing(true)}>
              {t('accounts.credit.again')}
            </ActionButton>
          )}
          <StepButton
            {...common}
            step="withdrawn"
            color="red"
            onReason={(reason) => steps.take(() => withdrawCredit(record.id, reason), done('withdrawn'))}
          />
        </>
      }
    >
      <ApprovalPanel record={paper} />
      <Section title={t('accounts.credit.assessment')}>
        <Facts
          facts={[
            { label: words.field('credit', 'customerName'), value: body.customerName },
            { label: t('accounts.credit.assessor'), value: `${nameOf(record.owner)} ${record.day}` },
            { label: words.field('credit', 'grade'), value: words.value('grade', body.grade) },
            { label: words.field('credit', 'limit'), value: <Money fen={body.limit} symbol strong /> },
            { label: words.field('credit', 'days'), value: body.days },
            { label: words.field('credit', 'validUntil'), value: body.validUntil },
            { label: words.field('credit', 'basis'), value: body.basis, wide: true },
          ]}
        />
      </Section>
      <ExposurePanel party={record.party} />
      {assessing && <AssessDialog file={file} onClose={() => setAssessing(false)} />}
    </PaperFrame>
  );
}
