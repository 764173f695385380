import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
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
import { lastText } from '#shared/documents/last-text.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { dunning, type Dunning } from '#shared/modules/dunning/module.ts';
import { sendDunning, settleDunning } from '#shared/modules/recovery/overdue-rules.ts';
import classes from '../accounts.module.css';
import { PaperFrame } from '#renderer/desk/paper/PaperFrame.tsx';
import { PaperSteps } from '#renderer/desk/paper/PaperSteps.tsx';
import { StepButton } from '#renderer/desk/paper/StepButton.tsx';
import { TextDialog } from '#renderer/desk/paper/TextDialog.tsx';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import { SueDialog } from './SueDialog.tsx';

/** A letter to a customer who is late: sent, answered, settled, or the case goes to court (PAY-06, G-44). */
export function DunningPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive((read) => readAs(read, dunning, id), [id]);
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('accounts.gone')} hint={t('accounts.goneHint')} />}>
      {(record) => record && <Shown key={record.id} record={record} />}
    </StateView>
  );
}

function Shown({ record }: { record: DocumentRecord<Dunning> }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const steps = useSteps();
  const [dialog, setDialog] = useState<'sent' | 'answered' | 'sued' | null>(null);
  const paper = untyped(record);
  const { body } = record;
  const common = { module: dunning, record: paper };
  const done = (step: string) => `${words.event(dunning.kind, step)} · ${record.no}`;
  const { promised } = lastText(record.events, 'answered', 'promised', 'promised');
  const suit = record.events.findLast(({ type }) => type === 'sued');
  const close = () => setDialog(null);
  return (
    <PaperFrame
      record={paper}
      steps={steps}
      subtitle={`${body.customerName} · ${t('accounts.dunning.level', { level: body.level })}`}
      actions={
        <>
          <ActionButton variant="default" onAct={() => go(`/accounts/contracts/${record.source}`)}>
            {t('accounts.recovery.accountOf')}
          </ActionButton>
          <StepButton
            {...common}
            step="withdrawn"
            onReason={(reason) => steps.take(() => takeStep(dunning, record.id, 'withdrawn', { data: { reason } }), done('withdrawn'))}
          />
          <StepButton {...common} step="sued" color="red" onAct={() => setDialog('sued')} />
          <StepButton {...common} step="settled" onAct={() => steps.take(() => settleDunning(record.id), done('settled'))} />
          <StepButton {...common} step="answered" variant="filled" onAct={() => setDialog('answered')} />
          <StepButton {...common} step="sent" variant="filled" shortcut="mod+Enter" onAct={() => setDialog('sent')} />
        </>
      }
    >
      <PaperSteps record={paper} steps={['committed', 'sent', ...(suit ? ['sued'] : []), 'settled']} stopped={['withdrawn']} />
      <Section title={t('accounts.dunning.letter')}>
        <Facts
          facts={[
            { label: words.field('dunning', 'contractNo'), value: body.contractNo },
            { label: words.field('dunning', 'payBy'), value: body.payBy },
            { label: words.field('dunning', 'overdue'), value: <Money fen={body.overdue} symbol strong /> },
            { label: words.field('dunning', 'interest'), value: <Money fen={body.interest} symbol /> },
            { label: words.field('dunning', 'address'), value: body.address, wide: true },
            ...(promised === undefined || promised === '' ? [] : [{ label: t('accounts.dunning.promised'), value: promised }]),
            ...(suit
              ? [
                  { label: t('accounts.dunning.court'), value: String(suit.data.court ?? '') },
                  { label: t('accounts.dunning.caseNo'), value: String(suit.data.caseNo ?? '') },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={words.field('dunning', 'lines')} flush>
        <div className={classes.table}>
          <DataTable
            label={words.field('dunning', 'lines')}
            rows={body.lines}
            rowKey={({ due, amount }) => `${due}/${amount}`}
            columns={[
              { key: 'due', header: t('accounts.recovery.dueDay'), width: 130, grow: 1, render: ({ due }) => due },
              {
                key: 'amount',
                header: t('accounts.recovery.amount'),
                width: 140,
                align: 'right',
                render: ({ amount }) => <Money fen={amount} />,
              },
              {
                key: 'open',
                header: t('accounts.recovery.open'),
                width: 140,
                align: 'right',
                render: ({ open }) => <Money fen={open} />,
                total: (rows) => <Money fen={rows.reduce((sum, { open }) => sum + open, 0)} strong />,
              },
              { key: 'days', header: t('accounts.recovery.overdueDays'), width: 100, align: 'right', render: ({ days }) => days },
            ]}
          />
        </div>
      </Section>
      {dialog === 'sent' && (
        <TextDialog
          title={`${words.step(dunning.kind, 'sent')} · ${record.no}`}
          commit={words.step(dunning.kind, 'sent')}
          label={t('accounts.way')}
          decide={(way) => sendDunning(record.id, way)}
          done={done('sent')}
          onClose={close}
        />
      )}
      {dialog === 'answered' && <AnswerDialog record={paper} onClose={close} />}
      {dialog === 'sued' && <SueDialog record={paper} onClose={close} />}
    </PaperFrame>
  );
}
