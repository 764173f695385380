import { Alert } from '@mantine/core';
import { useLive } from '#renderer/book/use-live.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
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
import { closing, type Closing } from '#shared/modules/closing/module.ts';
import { closingDrift, differencesOf, signClosingForFinance, signClosingForSales, withdrawClosing } from '#shared/modules/closing/rules.ts';
import type { LedgerDifference } from '#shared/modules/recovery/ledger-rows.ts';
import { percentOf, TEN_THOUSANDTHS } from '#renderer/desk/contract-money/percent.ts';
import classes from '../accounts.module.css';
import { PaperFrame } from '#renderer/desk/paper/PaperFrame.tsx';
import { PaperSteps } from '#renderer/desk/paper/PaperSteps.tsx';
import { StepButton } from '#renderer/desk/paper/StepButton.tsx';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';
import { useDifferenceColumns } from './difference-columns.tsx';

/** A month's reconciliation sheet: both ledgers as they stood, signed by sales, then by finance; what moved since is told. */
export function ClosingPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive(
    async (read) => {
      const record = await readAs(read, closing, id);
      return record && { record, drift: record.status === 'withdrawn' ? [] : await closingDrift(read, record) };
    },
    [id],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('accounts.gone')} hint={t('accounts.goneHint')} />}>
      {(value) => value && <Shown key={value.record.id} {...value} />}
    </StateView>
  );
}

function Shown({ record, drift }: { record: DocumentRecord<Closing>; drift: readonly LedgerDifference[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const steps = useSteps();
  const paper = untyped(record);
  const { body } = record;
  const columns = useDifferenceColumns(body.lines);
  const common = { module: closing, record: paper };
  const done = (step: string) => `${words.event(closing.kind, step)} · ${body.month}`;
  const open = differencesOf(body.lines);
  const table = (label: string, rows: readonly LedgerDifference[]) => (
    <div className={classes.table}>
      <DataTable
        label={label}
        columns={columns}
        rows={rows}
        rowKey={({ contract, measure }) => `${contract}/${measure}`}
        rowLabel={({ contractNo }) => contractNo}
        onOpen={({ contract }) => go(`/accounts/contracts/${contract}`, { part: 'ledgers' })}
        tone={({ difference }) => (difference === 0 ? undefined : 'bad')}
        empty={<Empty title={t('accounts.ledgers.none')} hint={t('accounts.ledgers.noneHint')} />}
      />
    </div>
  );
  return (
    <PaperFrame
      record={paper}
      steps={steps}
      actions={
        <>
          <StepButton
            {...common}
            step="withdrawn"
            onReason={(reason) => steps.take(() => withdrawClosing(record.id, reason), done('withdrawn'))}
          />
          <StepButton
            {...common}
            step="salesSigned"
            variant="filled"
            shortcut="mod+Enter"
            onAct={() => steps.take((overrides) => signClosingForSales(record.id, overrides), done('salesSigned'))}
          />
          <StepButton
            {...common}
            step="financeSigned"
            variant="filled"
            shortcut="mod+Enter"
            onAct={() => steps.take((overrides) => signClosingForFinance(record.id, overrides), done('financeSigned'))}
          />
        </>
      }
      side={
        <Section title={t('accounts.ledgers.accrual')}>
          <Facts
            columns={1}
            facts={[
              { label: words.field('closing', 'contracts'), value: body.contracts },
              { label: words.field('closing', 'collected'), value: <Money fen={body.collected} symbol /> },
              { label: words.field('closing', 'collectedInMonth'), value: <Money fen={body.collectedInMonth} symbol /> },
              {
                label: t('accounts.ledgers.rate'),
                value: body.rate === 0 ? t('accounts.ledgers.noRate') : percentOf(body.rate, TEN_THOUSANDTHS),
              },
              { label: t('accounts.ledgers.accrued'), value: <Money fen={body.accrued} symbol strong /> },
            ]}
          />
        </Section>
      }
    >
      <PaperSteps record={paper} steps={['committed', 'salesSigned', 'financeSigned']} stopped={['withdrawn']} />
      {drift.length > 0 && (
        <Alert color="orange" title={t('accounts.ledgers.moved', { count: drift.length })}>
          {t(record.status === 'closed' ? 'accounts.ledgers.movedClosed' : 'accounts.ledgers.movedOpen')}
        </Alert>
      )}
      {drift.length > 0 && (
        <Section title={t('accounts.ledgers.now')} flush>
          {table(t('accounts.ledgers.now'), drift)}
        </Section>
      )}
      {open.length > 0 && (
        <Section title={t('accounts.ledgers.differences', { count: open.length })} hint={t('accounts.ledgers.differencesHint')} flush>
          {table(t('accounts.ledgers.difference'), open)}
        </Section>
      )}
      <Section title={t('accounts.ledgers.sideBySide')} flush>
        {table(t('accounts.ledgers.sideBySide'), body.lines)}
      </Section>
    </PaperFrame>
  );
}
