import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { ApprovalPanel } from '#renderer/desk/approvals/ApprovalPanel.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { Fen } from '#shared/core/money.ts';
import { untyped } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { commission, type Commission } from '#shared/modules/commission/module.ts';
import { payCommission } from '#shared/modules/commission/rules.ts';
import { maySee } from '#shared/modules/may-see.ts';
import { methods, type Method } from '#shared/modules/fields.ts';
import classes from '../accounts.module.css';
import { PaperFrame } from '#renderer/desk/paper/PaperFrame.tsx';
import { PaperSteps } from '#renderer/desk/paper/PaperSteps.tsx';
import { StepButton } from '#renderer/desk/paper/StepButton.tsx';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';

type Line = Commission['lines'][number];

/** A salesperson's sheet: what each contract brought in and earns, what is taken back or held back, and whose turn it is. */
export function CommissionPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const { actor } = useDesk();
  const found = useLive(
    async (read) => {
      const record = await readAs(read, commission, id);
      return record && maySee(record, actor) ? record : null;
    },
    [id, actor.id],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('accounts.gone')} hint={t('accounts.goneHint')} />}>
      {(record) => record && <Shown key={record.id} record={record} />}
    </StateView>
  );
}

const chain = ['committed', 'approved', 'paid'] as const;

function Shown({ record }: { record: DocumentRecord<Commission> }) {
  const { t } = useTranslation();
  const words = useWords();
  const steps = useSteps();
  const [paying, setPaying] = useState(false);
  const paper = untyped(record);
  const { body } = record;
  const back = body.lines.reduce((sum, line) => sum + Math.min(0, line.commission), 0);
  return (
    <PaperFrame
      record={paper}
      steps={steps}
      actions={
        <StepButton module={commission} record={paper} step="paid" variant="filled" shortcut="mod+Enter" onAct={() => setPaying(true)} />
      }
    >
      <PaperSteps record={paper} steps={chain} stopped={['returned', 'refused']} />
      <ApprovalPanel record={paper} />
      <Section>
        <dl className={classes.sums}>
          <Sum label={t('accounts.commission.collected')} fen={body.lines.reduce((sum, line) => sum + line.collected, 0)} />
          <Sum label={words.field('commission', 'commission')} fen={body.commission} />
          {back < 0 && <Sum label={t('accounts.commission.back')} fen={back} note={t('accounts.commission.backNote')} />}
          <Sum
            label={words.field('commission', 'withheld')}
            fen={body.withheld}
            {...(body.withheld > 0 ? { note: t('accounts.commission.withheldNote') } : {})}
          />
          {body.conceded !== 0 && <Sum label={words.field('commission', 'conceded')} fen={body.conceded} />}
          <Sum label={words.field('commission', 'total')} fen={body.total} />
        </dl>
      </Section>
      <Section title={words.field('commission', 'lines')} flush>
        <Lines lines={body.lines} />
      </Section>
      {body.notes !== '' && <Section title={words.field('commission', 'notes')}>{body.notes}</Section>}
      {paying && <PayDialog record={record} onClose={() => setPaying(false)} />}
    </PaperFrame>
  );
}

function Sum({ label, fen, note }: { label: string; fen: Fen; note?: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Money fen={fen} symbol /> {note !== undefined && <span className={classes.small}>{note}</span>}
      </dd>
    </div>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const label = (field: string) => t(`documents.lines.commission.${field}` as never) as string;
  const money = (field: 'collected' | 'commission' | 'withheld'): Column<Line> => ({
    key: field,
    header: label(field),
    width: 98,
    align: 'right',
    render: (line) => <Money fen={line[field]} />,
    total: (rows) => <Money fen={rows.reduce((sum, line) => sum + line[field], 0)} strong />,
  });
  const note: Column<Line> = {
    key: 'note',
    header: '',
    width: 92,
    render: (line) =>
      line.commission < 0 ? (
        <StatusBadge tone="bad" label={t('accounts.commission.isBack')} />
      ) : line.withheld > 0 ? (
        <StatusBadge tone="warn" label={t('accounts.commission.isHeld')} />
      ) : line.withheld < 0 ? (
        <StatusBadge tone="good" label={t('accounts.commission.isFreed')} />
      ) : (
        ''
      ),
  };
  return (
    <div className={classes.table}>
      <DataTable
        label={words.field('commission', 'lines')}
        rows={lines}
        rowKey={(line) => line.contract}
        rowLabel={(line) => line.contractNo}
        onOpen={(line) => go(`/accounts/contracts/${line.contract}`)}
        columns={[
          { key: 'contract', header: label('contractNo'), width: 158, render: (line) => line.contractNo },
          { key: 'customer', header: label('customerName'), width: 96, grow: 1, render: (line) => line.customerName },
          money('collected'),
          { key: 'rate', header: label('rate'), width: 56, align: 'right', render: (line) => `${line.rate / 100}%` },
          money('commission'),
          money('withheld'),
          ...(lines.some((line) => line.commission < 0 || line.withheld !== 0) ? [note] : []),
        ]}
      />
    </div>
  );
}

function PayDialog({ record, onClose }: { record: DocumentRecord<Commission>; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { act, refusal } = useAct();
  const [method, setMethod] = useState<Method>('transfer');
  const title = words.step(commission.kind, 'paid');
  async function commit(): Promise<void> {
    if (!(await act(payCommission(record.id, method)))) return;
    notify.done(`${words.event(commission.kind, 'paid')} · ${record.no}`);
    onClose();
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${title} · ${record.body.staffName}`}
      commit={title}
      onCommit={commit}
      foot={<Money fen={record.body.total} symbol strong />}
    >
      {refusal && <RefusalView refusal={refusal} />}
      <SegmentedControl
        aria-label={t('accounts.commission.method')}
        data={methods.map((value) => ({ value, label: words.method(value) }))}
        value={method}
        onChange={(value) => setMethod(methods.find((known) => known === value) ?? method)}
        fullWidth
      />
    </FormDialog>
  );
}
