import { useLive } from '#renderer/book/use-live.ts';
import { ApprovalPanel } from '#renderer/desk/approvals/ApprovalPanel.tsx';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { untyped } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { interest, type Interest } from '#shared/modules/interest/module.ts';
import { waiveInterest } from '#shared/modules/recovery/overdue-rules.ts';
import { percentOf, TEN_THOUSANDTHS } from '#renderer/desk/contract-money/percent.ts';
import classes from '../accounts.module.css';
import { PaperFrame } from '#renderer/desk/paper/PaperFrame.tsx';
import { StepButton } from '#renderer/desk/paper/StepButton.tsx';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';

/** Overdue interest: proposed, how it was counted, confirmed by somebody else or waived (PAY-06). */
export function InterestPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive((read) => readAs(read, interest, id), [id]);
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('accounts.gone')} hint={t('accounts.goneHint')} />}>
      {(record) => record && <Shown key={record.id} record={record} />}
    </StateView>
  );
}

function Shown({ record }: { record: DocumentRecord<Interest> }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const steps = useSteps();
  const paper = untyped(record);
  const { body } = record;
  const common = { module: interest, record: paper };
  const done = (step: string) => `${words.event(interest.kind, step)} · ${record.no}`;
  return (
    <PaperFrame
      record={paper}
      steps={steps}
      actions={
        <>
          <ActionButton variant="default" onAct={() => go(`/accounts/contracts/${record.source}`)}>
            {t('accounts.recovery.accountOf')}
          </ActionButton>
          <StepButton {...common} step="waived" onReason={(reason) => steps.take(() => waiveInterest(record.id, reason), done('waived'))} />
        </>
      }
    >
      <ApprovalPanel record={paper} />
      <Section title={words.kind(interest.kind)}>
        <Facts
          facts={[
            { label: words.field('interest', 'contractNo'), value: body.contractNo },
            { label: words.field('interest', 'total'), value: <Money fen={body.total} symbol strong /> },
            { label: t('accounts.recovery.dayRate'), value: percentOf(body.rate, TEN_THOUSANDTHS) },
            { label: words.field('interest', 'due'), value: body.due },
            { label: words.field('interest', 'from'), value: body.from },
            { label: words.field('interest', 'to'), value: body.to },
          ]}
        />
      </Section>
      <Section title={words.field('interest', 'lines')} flush>
        <div className={classes.table}>
          <DataTable
            label={words.field('interest', 'lines')}
            rows={body.lines}
            rowKey={({ from }) => from}
            columns={[
              { key: 'from', header: words.field('interest', 'from'), width: 120, grow: 1, render: ({ from }) => from },
              { key: 'to', header: words.field('interest', 'to'), width: 120, grow: 1, render: ({ to }) => to },
              {
                key: 'days',
                header: t('accounts.recovery.overdueDays'),
                width: 110,
                align: 'right',
                render: ({ days }) => days,
                total: (rows) => rows.reduce((sum, { days }) => sum + days, 0),
              },
              {
                key: 'amount',
                header: t('accounts.recovery.overdue'),
                width: 140,
                align: 'right',
                render: ({ amount }) => <Money fen={amount} />,
              },
            ]}
          />
        </div>
      </Section>
    </PaperFrame>
  );
}
