import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useRelease } from '#renderer/desk/use-release.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { Fen } from '#shared/core/money.ts';
import type { Overrides } from '#shared/documents/act.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { partyIds } from '#shared/modules/customer/facts.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { openDebts, type OpenDebt } from '#shared/modules/order/facts.ts';
import { settleReceivable } from '#shared/modules/receipt/rules.ts';
import { statement } from '#shared/modules/statement/module.ts';
import { EarlierMoney } from '../pay/EarlierMoney.tsx';
import { PaidView } from '../pay/PaidView.tsx';
import { tenderedOf, type PaymentDraft } from '../pay/payment.ts';
import { PaymentForm } from '../pay/PaymentForm.tsx';
import classes from './finance.module.css';

interface Found {
  record: DocumentRecord<Customer>;
  debts: readonly OpenDebt[];
  papers: ReadonlyMap<string, AnyRecord>;
}

/** One customer's open papers, and money for them on one receipt: what is ticked, the longest due first (PAY-04, PAY-08). */
export function DebtPage() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const id = useAddressPart('id');
  const found = useLive(
    async (read): Promise<Found | null> => {
      const record = await readAs(read, customer, id);
      if (!record) return null;
      const debts = await openDebts(read, await partyIds(read, id), today);
      return { record, debts, papers: await read.getMany(debts.map((debt) => debt.source)) };
    },
    ['debts', id, today],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('cashier.finance.noCustomer')} />}>
      {(value) => value && <DebtScreen key={value.record.id} {...value} />}
    </StateView>
  );
}

function DebtScreen({ record, debts, papers }: Found) {
  const { t } = useTranslation();
  const words = useWords();
  const { today, holds, print } = useDesk();
  const go = useGo();
  const acting = useAct();
  const owed = debts.filter(({ amount }) => amount > 0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(owed.map(({ source }) => source)));
  const [last, setLast] = useState<PaymentDraft | null>(null);
  const [paid, setPaid] = useState<{ receipt: AnyRecord; change: Fen } | null>(null);
  const release = useRelease((overrides) => (last ? void take(last, overrides) : undefined));
  const sources = owed.filter(({ source }) => chosen.has(source));
  const due = sources.reduce((sum, debt) => sum + debt.amount, 0);
  const open = debts.reduce((sum, debt) => sum + debt.amount, 0);

  async function take(payment: PaymentDraft, overrides?: Overrides): Promise<void> {
    setLast(payment);
    const saved = await acting.act(
      settleReceivable({
        party: record.id,
        sources: sources.map(({ source }) => source),
        method: payment.method,
        amount: payment.amount ?? 0,
        tendered: tenderedOf(payment),
        reason: '',
        remarks: payment.remarks,
        ...(overrides ? { overrides } : {}),
      }),
    );
    const receipt = saved?.records.find((made) => made.id === saved.answer.receipt);
    if (!saved || !receipt) return;
    setPaid({ receipt, change: saved.answer.change });
    print(receipt);
  }

  return (
    <Page
      title={record.body.name}
      subtitle={t('cashier.finance.debtsOf', { count: owed.length })}
      layout="flush"
      actions={
        <>
          <ActionButton variant="default" onAct={() => go(pathOf(record))}>
            {t('cashier.finance.file')}
          </ActionButton>
          {holds(...statement.makers) && (
            <ActionButton variant="default" onAct={() => go('/accounts/statements', { party: record.id })}>
              {t('cashier.finance.statement')}
            </ActionButton>
          )}
        </>
      }
    >
      <div className={classes.pay}>
        <div className={classes.debts}>
          <DataTable
            label={t('cashier.finance.tabs.receivables')}
            rows={debts}
            rowKey={({ source }) => source}
            rowLabel={({ no }) => no}
            selected={chosen}
            onSelect={(keys) => setChosen(new Set(owed.filter(({ source }) => keys.has(source)).map(({ source }) => source)))}
            onOpen={({ source }) => {
              const paper = papers.get(source);
              if (paper) go(pathOf(paper));
            }}
            columns={[
              { key: 'no', header: words.column('no'), width: 152, grow: 1, render: ({ source, no }) => titleOf(papers.get(source), no) },
              {
                key: 'kind',
                header: t('cashier.receipt.paper'),
                width: 100,
                render: ({ source }) => words.kind(papers.get(source)?.kind ?? ''),
              },
              {
                key: 'day',
                header: words.column('day'),
                width: 90,
                render: ({ source }) => <DayText day={papers.get(source)?.day ?? ''} />,
              },
              {
                key: 'due',
                header: t('cashier.finance.due'),
                width: 128,
                render: (debt) => <DayText day={debt.due} today={today} due={debt.amount > 0} />,
              },
              {
                key: 'amount',
                header: t('cashier.finance.openPart'),
                width: 104,
                align: 'right',
                render: ({ amount }) => <Money fen={amount} />,
                total: <Money fen={open} strong />,
              },
            ]}
            empty={<Empty title={t('cashier.finance.noDebts')} />}
          />
        </div>
        <div className={classes.till}>
          {paid ? (
            <PaidView {...paid} order={null} settled />
          ) : due === 0 ? (
            <Empty title={t('cashier.finance.chooseDebts')} />
          ) : (
            <>
              <EarlierMoney />
              <PaymentForm key={due} due={due} commit={t('cashier.pay.commit.payment')} onCommit={take}>
                {acting.refusal && <RefusalView refusal={acting.refusal} release={release} />}
              </PaymentForm>
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

/** A receivable from before the program has no number of its own: the office's old reference stands for it. */
function titleOf(paper: AnyRecord | undefined, no: string): string {
  const reference = paper?.kind === 'opening' ? paper.body.reference : '';
  return typeof reference === 'string' && reference !== '' ? reference : no;
}
