import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { PaperActions } from '#renderer/desk/PaperActions.tsx';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressFilters, useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { untyped } from '#shared/documents/act.ts';
import { readAs } from '#shared/documents/step.ts';
import { contract } from '#shared/modules/contract/module.ts';
import { paperKindsOf } from '#shared/modules/paper-registry.ts';
import { proposeInterest, planCollection, writeDunning } from '#shared/modules/recovery/overdue-rules.ts';
import classes from '../accounts.module.css';
import { RequestInvoice } from '../invoices/RequestInvoice.tsx';
import { EntryDialog } from '../ledgers/EntryDialog.tsx';
import { LedgerBooks } from '../ledgers/LedgerBooks.tsx';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';
import { contractSearch } from './contract-search.ts';
import { ContractMoney } from '#renderer/desk/contract-money/ContractMoney.tsx';
import { readContractAccount, type ContractAccount } from '#renderer/desk/contract-money/read-contract-account.ts';

/** A contract's money: plan and what came, the ladder of overdue money, invoices; and its two ledgers side by side. */
export function ContractAccountPage() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const id = useAddressPart('id');
  const found = useLive(
    async (read) => {
      const record = await readAs(read, contract, id);
      return record && readContractAccount(read, record, today);
    },
    [id, today],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('accounts.recovery.noContract')} />}>
      {(value) => value && <Shown key={value.record.id} account={value} />}
    </StateView>
  );
}

function Shown({ account }: { account: ContractAccount }) {
  const { t } = useTranslation();
  const words = useWords();
  const { holds, print } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const steps = useSteps();
  const [{ part }, change] = useAddressFilters(contractSearch);
  const [dialog, setDialog] = useState<'invoice' | 'entry' | null>(null);
  const { record, overdue, legal } = account;
  const nothingLate = overdue.amount > 0 ? undefined : t('accounts.recovery.nothingLate');

  /** Runs what makes a paper, and opens the paper; interest is not printed, the letter says it. */
  const make = async (decide: Parameters<typeof steps.take>[0], done: string) => {
    const records = await steps.take(decide, done);
    const paper = records?.[0];
    if (!paper) return;
    if (paperKindsOf(paper.kind).length > 0) print(paper);
    go(pathOf(paper));
  };
  const plan = () => steps.take(() => planCollection(record.id), t('accounts.recovery.planned'));

  return (
    <Page
      title={record.no}
      subtitle={`${t('accounts.recovery.accountOf')} · ${record.body.customerName} · ${nameOf(record.owner)}`}
      badges={
        <>
          <StatusBadge tone={contract.tones[record.status] ?? 'neutral'} label={words.status(record)} />
          {legal && <StatusBadge tone="bad" label={t('accounts.recovery.legal')} />}
        </>
      }
      toolbar={
        <SegmentedControl
          aria-label={t('accounts.recovery.parts')}
          data={[
            { value: 'money', label: t('accounts.recovery.money') },
            { value: 'ledgers', label: t('accounts.tabs.ledgers') },
          ]}
          value={part}
          onChange={(next) => change({ part: next === 'ledgers' ? 'ledgers' : 'money' })}
        />
      }
      actions={
        <>
          <PaperActions
            menu={t('accounts.recovery.more')}
            others={
              part === 'money' && holds('salesperson', 'manager', 'finance')
                ? [{ key: 'plan', label: t('accounts.recovery.plan'), run: plan, blocked: undefined }]
                : []
            }
            elsewhere={[
              {
                key: 'contract',
                label: t('contracts.open', { kind: words.kind('contract'), no: record.no }),
                run: () => go(pathOf(record)),
                blocked: undefined,
              },
            ]}
            next={null}
            isBusy={dialog !== null}
          />
          {part === 'money' ? (
            <>
              {holds('finance', 'manager') && (
                <ActionButton
                  variant="default"
                  {...(nothingLate === undefined ? {} : { blocked: nothingLate })}
                  onAct={() => make(() => proposeInterest(record.id), t('accounts.recovery.interestMade'))}
                >
                  {t('accounts.recovery.propose')}
                </ActionButton>
              )}
              {holds('salesperson', 'manager', 'finance') && (
                <ActionButton
                  variant="default"
                  {...(nothingLate === undefined ? {} : { blocked: nothingLate })}
                  onAct={() => make(() => writeDunning(record.id), t('accounts.recovery.letterMade'))}
                >
                  {t('accounts.recovery.write')}
                </ActionButton>
              )}
              {holds('salesperson', 'manager', 'finance') && (
                <ActionButton shortcut="alt+n" onAct={() => setDialog('invoice')}>
                  {t('accounts.invoice.request')}
                </ActionButton>
              )}
            </>
          ) : (
            <>
              <ActionButton variant="default" shortcut="mod+p" onAct={() => print(untyped(record), 'ledger-extract')}>
                {t('accounts.print')}
              </ActionButton>
              {holds('salesperson', 'manager', 'finance', 'dgmFinance') && (
                <ActionButton shortcut="alt+n" onAct={() => setDialog('entry')}>
                  {t('accounts.ledgers.enter')}
                </ActionButton>
              )}
            </>
          )}
        </>
      }
    >
      {steps.refusal && <RefusalView refusal={steps.refusal} release={steps.release} />}
      <div className={classes.column}>{part === 'money' ? <ContractMoney account={account} /> : <LedgerBooks record={record} />}</div>
      {dialog === 'invoice' && <RequestInvoice contract={record} onClose={() => setDialog(null)} />}
      {dialog === 'entry' && <EntryDialog record={record} onClose={() => setDialog(null)} />}
    </Page>
  );
}
