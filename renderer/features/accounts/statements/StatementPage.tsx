import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Stat } from '#renderer/ui/Stat.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { untyped } from '#shared/documents/act.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { statement, type Statement } from '#shared/modules/statement/module.ts';
import { sendStatement } from '#shared/modules/statement/rules.ts';
import classes from '../accounts.module.css';
import { PaperFrame } from '#renderer/desk/paper/PaperFrame.tsx';
import { StepButton } from '#renderer/desk/paper/StepButton.tsx';
import { TextDialog } from '#renderer/desk/paper/TextDialog.tsx';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';
import { ReplyDialog } from './ReplyDialog.tsx';

/** One statement: opening, every movement with the paper behind it, closing; sent, and answered on the reply slip. */
export function StatementPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive(
    async (read) => {
      const record = await readAs(read, statement, id);
      return record && { record, papers: await read.getMany([...new Set(record.body.lines.map(({ document }) => document))]) };
    },
    [id],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('accounts.gone')} hint={t('accounts.goneHint')} />}>
      {(value) => value && <Shown key={value.record.id} {...value} />}
    </StateView>
  );
}

function Shown({ record, papers }: { record: DocumentRecord<Statement>; papers: ReadonlyMap<string, AnyRecord> }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const steps = useSteps();
  const [dialog, setDialog] = useState<'sent' | 'agreed' | 'differs' | null>(null);
  const paper = untyped(record);
  const { body } = record;
  const common = { module: statement, record: paper };
  const answer = record.events.findLast(({ type }) => type === 'differs');
  const said = typeof answer?.data.amount === 'number' ? answer.data.amount : null;
  const label = (field: string) => t(`documents.lines.statement.${field}` as never) as string;
  return (
    <PaperFrame
      record={paper}
      steps={steps}
      subtitle={`${body.customerName} · ${body.from} – ${body.to}`}
      actions={
        <>
          <ActionButton variant="default" onAct={() => go(`/customers/${record.party}`)}>
            {t('accounts.credit.file')}
          </ActionButton>
          <StepButton {...common} step="differs" onAct={() => setDialog('differs')} />
          <StepButton {...common} step="sent" onAct={() => setDialog('sent')} />
          <StepButton {...common} step="agreed" variant="filled" shortcut="mod+Enter" onAct={() => setDialog('agreed')} />
        </>
      }
      side={
        said !== null &&
        record.status === 'differs' && (
          <Section title={words.status(record)}>
            <dl className={classes.sums}>
              <div>
                <dt>{t('accounts.statement.theirs')}</dt>
                <dd>
                  <Money fen={said} symbol />
                </dd>
              </div>
              <div>
                <dt>{t('accounts.ledgers.difference')}</dt>
                <dd>
                  <Money fen={body.closing - said} symbol />
                </dd>
              </div>
            </dl>
          </Section>
        )
      }
    >
      <div className={classes.figures}>
        {(['opening', 'debit', 'credit', 'closing'] as const).map((field) => (
          <Stat key={field} label={words.field('statement', field)} value={<Money fen={body[field]} symbol />} />
        ))}
      </div>
      <Section title={words.field('statement', 'lines')} flush>
        <div className={classes.table}>
          <DataTable
            label={words.field('statement', 'lines')}
            rows={body.lines}
            rowKey={(line) => `${line.document}/${line.day}/${line.balance}`}
            rowLabel={({ no }) => no}
            onOpen={({ document }) => {
              const source = papers.get(document);
              if (source) go(pathOf(source));
            }}
            empty={<Empty title={t('accounts.statement.quiet')} />}
            columns={[
              { key: 'day', header: label('day'), width: 96, render: ({ day }) => day },
              { key: 'movement', header: label('movement'), width: 80, render: ({ movement }) => words.value('movement', movement) },
              { key: 'no', header: label('no'), width: 156, grow: 1, render: ({ no }) => no },
              ...(['debit', 'credit', 'balance'] as const).map((field) => ({
                key: field,
                header: label(field),
                width: 108,
                align: 'right' as const,
                render: (line: Statement['lines'][number]) =>
                  line[field] === 0 && field !== 'balance' ? <span className={classes.dim}>—</span> : <Money fen={line[field]} />,
                total: <Money fen={field === 'balance' ? body.closing : body[field]} strong />,
              })),
            ]}
          />
        </div>
      </Section>
      {dialog === 'sent' && (
        <TextDialog
          title={`${words.step(statement.kind, 'sent')} · ${record.no}`}
          commit={words.step(statement.kind, 'sent')}
          label={t('accounts.way')}
          decide={(way) => sendStatement(record.id, way)}
          done={`${words.event(statement.kind, 'sent')} · ${record.no}`}
          onClose={() => setDialog(null)}
        />
      )}
      {(dialog === 'agreed' || dialog === 'differs') && <ReplyDialog record={record} step={dialog} onClose={() => setDialog(null)} />}
    </PaperFrame>
  );
}
