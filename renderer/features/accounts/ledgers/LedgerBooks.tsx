import { Button } from '@mantine/core';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { askReason } from '#renderer/ui/ask.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { refusalWords } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import type { Contract } from '#shared/modules/contract/module.ts';
import { entry, ledgerBooks } from '#shared/modules/entry/module.ts';
import { reverseEntry } from '#shared/modules/entry/rules.ts';
import { compareLedgers, ledgerRows, type LedgerRow } from '#shared/modules/recovery/ledger-rows.ts';
import classes from '../accounts.module.css';

/** Both ledgers of a contract: where they differ, and every row with the paper it comes from (CON-06). */
export function LedgerBooks({ record }: { record: DocumentRecord<Contract> }) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const found = useLive(
    async (read) => {
      const books = { sales: await ledgerRows(read, record, 'sales'), finance: await ledgerRows(read, record, 'finance') };
      const papers = await read.getMany([...new Set([...books.sales, ...books.finance].map(({ document }) => document))]);
      return { books, papers, compared: await compareLedgers(read, record, today) };
    },
    ['ledgers', record.id, today],
  );
  return (
    <StateView of={found}>
      {({ books, papers, compared }) => (
        <>
          <Section title={t('accounts.ledgers.compared')} hint={t('accounts.ledgers.comparedHint')} flush>
            <DataTable
              label={t('accounts.ledgers.compared')}
              rows={compared}
              rowKey={({ measure }) => measure}
              columns={[
                {
                  key: 'measure',
                  header: words.field('entry', 'measure'),
                  width: 140,
                  grow: 1,
                  render: ({ measure }) => words.value('measure', measure),
                },
                {
                  key: 'sales',
                  header: words.value('book', 'sales'),
                  width: 150,
                  align: 'right',
                  render: ({ sales }) => <Money fen={sales} />,
                },
                {
                  key: 'finance',
                  header: words.value('book', 'finance'),
                  width: 150,
                  align: 'right',
                  render: ({ finance }) => <Money fen={finance} />,
                },
                {
                  key: 'difference',
                  header: t('accounts.ledgers.difference'),
                  width: 150,
                  align: 'right',
                  render: ({ difference }) =>
                    difference === 0 ? <span className={classes.dim}>—</span> : <Money fen={difference} strong />,
                },
                {
                  key: 'state',
                  header: words.column('status'),
                  width: 120,
                  render: ({ difference }) => (
                    <StatusBadge
                      tone={difference === 0 ? 'good' : 'bad'}
                      label={t(difference === 0 ? 'accounts.ledgers.agrees' : 'accounts.ledgers.differs')}
                    />
                  ),
                },
              ]}
            />
          </Section>
          <div className={classes.halves}>
            {ledgerBooks.map((book) => (
              <Section key={book} title={words.value('book', book)} hint={t(`accounts.ledgers.rests.${book}`)} flush>
                <BookRows label={words.value('book', book)} rows={books[book]} papers={papers} />
              </Section>
            ))}
          </div>
        </>
      )}
    </StateView>
  );
}

function BookRows({ label, rows, papers }: { label: string; rows: readonly LedgerRow[]; papers: ReadonlyMap<string, AnyRecord> }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  return (
    <div className={classes.table}>
      <DataTable
        label={label}
        rows={rows}
        rowKey={(row) => `${row.document}/${row.measure}`}
        rowLabel={({ no }) => no}
        onOpen={({ document }) => {
          const paper = papers.get(document);
          if (paper) go(pathOf(paper));
        }}
        empty={<Empty title={t('accounts.ledgers.emptyBook')} />}
        columns={[
          { key: 'day', header: words.column('day'), width: 96, render: ({ day }) => day },
          {
            key: 'paper',
            header: t('accounts.recovery.paper'),
            width: 150,
            grow: 1,
            render: ({ document, no }) => (no === '' ? words.kind(papers.get(document)?.kind ?? '') : no),
          },
          { key: 'measure', header: words.field('entry', 'measure'), width: 100, render: ({ measure }) => words.value('measure', measure) },
          { key: 'amount', header: words.column('amount'), width: 110, align: 'right', render: ({ amount }) => <Money fen={amount} /> },
          {
            key: 'reverse',
            header: '',
            width: 88,
            render: ({ document }) => {
              const paper = papers.get(document);
              return paper?.kind === entry.kind && paper.status === 'posted' && paper.body.reverses === '' ? (
                <ReverseButton paper={paper} />
              ) : (
                ''
              );
            },
          },
        ]}
      />
    </div>
  );
}

/** An entry by hand is never changed: a wrong one is taken back by one of the other sign, in a month that is still open. */
function ReverseButton({ paper }: { paper: AnyRecord }) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const acting = useAct();
  async function reverse(): Promise<void> {
    const reason = await askReason({
      title: `${t('accounts.ledgers.reverse')} · ${paper.no}`,
      label: t('accounts.ledgers.reverseWhy'),
      confirm: words.step(entry.kind, 'reversed'),
      danger: true,
    });
    if (reason !== null && (await acting.act(reverseEntry(paper.id, { day: today, reason }))))
      notify.done(words.event(entry.kind, 'reversed'));
  }
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        onClick={(event) => {
          event.stopPropagation();
          void reverse();
        }}
      >
        {words.step(entry.kind, 'reversed')}
      </Button>
      {acting.refusal && <span role="alert">{refusalWords(acting.refusal)}</span>}
    </>
  );
}
