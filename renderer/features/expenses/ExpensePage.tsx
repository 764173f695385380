import { Anchor, Checkbox, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { ApprovalPanel } from '#renderer/desk/approvals/ApprovalPanel.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import { PaperFrame } from '#renderer/desk/paper/PaperFrame.tsx';
import { PaperSteps } from '#renderer/desk/paper/PaperSteps.tsx';
import { StepButton } from '#renderer/desk/paper/StepButton.tsx';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { untyped } from '#shared/documents/act.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { expense, type Expense } from '#shared/modules/expense/module.ts';
import { payExpense, repayExpense, returnExpense, withdrawExpense } from '#shared/modules/expense/rules.ts';
import { methods, type Method } from '#shared/modules/fields.ts';
import { ClaimAgain } from './ClaimAgain.tsx';
import { ExpenseLines } from './ExpenseLines.tsx';
import { useSeesAll } from './use-sees-all.ts';

/** One claim: what it is for, line by line, how it stands to the standards, and the next step. Others' claims are not everybody's business. */
export function ExpensePage() {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const all = useSeesAll();
  const id = useAddressPart('id');
  const found = useLive(
    async (read) => {
      const record = await readAs(read, expense, id);
      if (!record || (!all && record.owner !== actor.id)) return null;
      return { record, report: record.body.trip === '' ? null : await read.get(record.body.trip) };
    },
    ['expense', id, all, actor.id],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('expenses.gone')} />}>
      {(value) => value && <Claim key={value.record.id} {...value} />}
    </StateView>
  );
}

const chain = ['committed', 'approved', 'paid'] as const;

function Claim({ record, report }: { record: DocumentRecord<Expense>; report: AnyRecord | null }) {
  const words = useWords();
  const { actor } = useDesk();
  const go = useGo();
  const { nameOf } = useStaff();
  const steps = useSteps();
  const [paying, setPaying] = useState(false);
  const { body } = record;
  const paper = untyped(record);
  const common = { module: expense, record: paper };
  const done = (step: string) => `${words.event(expense.kind, step)} · ${record.no}`;
  return (
    <PaperFrame
      record={paper}
      steps={steps}
      actions={
        <>
          <ClaimAgain record={record} />
          {record.owner === actor.id && (
            <StepButton
              {...common}
              step="withdrawn"
              onReason={(reason) => steps.take(() => withdrawExpense(record.id, reason), done('withdrawn'))}
            />
          )}
          <StepButton
            {...common}
            step="returned"
            onReason={(reason) => steps.take(() => returnExpense(record.id, reason), done('returned'))}
          />
          <StepButton {...common} step="repaid" onReason={(reason) => steps.take(() => repayExpense(record.id, reason), done('repaid'))} />
          <StepButton {...common} step="paid" variant="filled" shortcut="mod+Enter" onAct={() => setPaying(true)} />
        </>
      }
    >
      <PaperSteps record={paper} steps={chain} stopped={['returned', 'refused', 'withdrawn']} />
      <ApprovalPanel record={paper} />
      <Section>
        <Facts
          columns={2}
          facts={[
            { label: words.column('owner'), value: nameOf(record.owner) },
            { label: words.field('expense', 'type'), value: words.value('type', body.type) },
            { label: words.field('expense', 'total'), value: <Money fen={body.total} symbol strong /> },
            ...(body.type === 'travel'
              ? [
                  {
                    label: words.field('expense', 'trip'),
                    value: report && (
                      <Anchor component="button" type="button" ta="left" onClick={() => go(pathOf(report))}>
                        {report.no}
                      </Anchor>
                    ),
                  },
                  { label: words.field('expense', 'place'), value: body.place },
                  { label: `${words.field('expense', 'from')} – ${words.field('expense', 'to')}`, value: `${body.from} – ${body.to}` },
                ]
              : []),
            { label: words.field('expense', 'purpose'), value: body.purpose, wide: true },
            ...(body.notes === '' ? [] : [{ label: words.field('expense', 'notes'), value: body.notes, wide: true }]),
          ]}
        />
      </Section>
      <ExpenseLines record={record} />
      {paying && <PayDialog record={record} onClose={() => setPaying(false)} />}
    </PaperFrame>
  );
}

/** The payer has the vouchers in hand; the money comes out of the safe and stands in the cash book. */
function PayDialog({ record, onClose }: { record: DocumentRecord<Expense>; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { print } = useDesk();
  const { act, refusal } = useAct();
  const [method, setMethod] = useState<Method>('cash');
  const [originals, setOriginals] = useState(false);
  const vouchers = record.body.lines.reduce((sum, line) => sum + line.vouchers, 0);
  const title = words.step(expense.kind, 'paid');
  async function commit(): Promise<void> {
    const saved = await act(payExpense(record.id, { method, originals }));
    const paid = saved?.records[0];
    if (!paid) return;
    notify.done(`${words.event(expense.kind, 'paid')} · ${record.no}`);
    onClose();
    print(paid);
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${title} · ${record.no}`}
      commit={title}
      onCommit={commit}
      foot={<Money fen={record.body.total} symbol strong />}
    >
      {refusal && <RefusalView refusal={refusal} />}
      <SegmentedControl
        aria-label={t('expenses.method')}
        data={methods.map((value) => ({ value, label: words.method(value) }))}
        value={method}
        onChange={(value) => setMethod(methods.find((one) => one === value) ?? method)}
        fullWidth
      />
      <Checkbox
        label={t('expenses.originals', { count: vouchers })}
        checked={originals}
        onChange={(event) => setOriginals(event.currentTarget.checked)}
        data-autofocus
      />
    </FormDialog>
  );
}
