import { SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { PaperActions } from '#renderer/desk/PaperActions.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressFilters, useAddressPart } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { VerdictNotice } from '#renderer/desk/verdicts/VerdictNotice.tsx';
import { useWords } from '#renderer/desk/words.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { formatFen } from '#shared/core/money.ts';
import { untyped } from '#shared/documents/act.ts';
import { contract } from '#shared/modules/contract/module.ts';
import type { ChainStepId } from '#shared/modules/contract/chain-shape.ts';
import { paperKindsOf } from '#shared/modules/paper-registry.ts';
import { ChainBoard } from '../chain/ChainBoard.tsx';
import { currentStep } from '../chain/chain-phases.ts';
import { StepPanel } from '../chain/StepPanel.tsx';
import { contractSearch, contractTabs } from './contract-search.ts';
import { ContractDialogs } from './ContractDialogs.tsx';
import { ContractMoneyTab } from './ContractMoneyTab.tsx';
import { ContractRecordTab } from './ContractRecordTab.tsx';
import { ContractTermsTab } from './ContractTermsTab.tsx';
import { readContractView, type ContractView } from './read-contract.ts';
import { useContractActions, type OpenDialog } from './use-contract-actions.ts';
import classes from './contract.module.css';

/** One contract: its whole chain as a picture to act from, its terms, its money, its registers (CON-02…11, MFG-01). */
export function ContractPage() {
  const { t } = useTranslation();
  const { today, settings } = useDesk();
  const id = useAddressPart('id');
  const found = useLive((read) => readContractView(read, id, today, settings.offsetMinutes), ['contract', id, today]);
  return (
    <StateView
      of={found}
      isEmpty={(view) => view === null}
      empty={<Empty title={t('contracts.notFound')} hint={t('contracts.notFoundHint')} />}
    >
      {(view) => view && <ContractScreen key={view.record.id} view={view} />}
    </StateView>
  );
}

function ContractScreen({ view }: { view: ContractView }) {
  const { t } = useTranslation();
  const words = useWords();
  const { print } = useDesk();
  const { nameOf } = useStaff();
  const acting = useAct();
  const [{ tab, do: wanted }, changeAddress] = useAddressFilters(contractSearch);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [chosen, setChosen] = useState<ChainStepId | ''>('');
  const { record, chain } = view;
  const actions = useContractActions(view, acting, setDialog);
  const open = chain.filter(({ state }) => state === 'due' || state === 'blocked');
  // What the person here can do comes first; without it the first thing somebody else has to do.
  const mine = open.find(({ step }) => actions.of(step).some(({ blocked, isLink }) => blocked === undefined && !isLink));
  const selected = chain.find(({ step }) => step === chosen) ?? mine ?? currentStep(chain);
  const offered = open.flatMap(({ step }) => actions.of(step)).filter(({ isLink }) => !isLink);
  const next = offered.find(({ blocked }) => blocked === undefined) ?? offered[0];
  const printable = paperKindsOf(contract.kind).some((paper) => paper.available(untyped(record)));
  useEffect(() => {
    if (wanted !== 'order') return;
    changeAddress({ do: '' });
    setDialog({ name: 'order' });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per address
  }, [wanted]);
  const select = (step: ChainStepId) => {
    if (step !== chosen) acting.clear();
    setChosen(step);
  };
  const refusal = acting.refusal && <RefusalView refusal={acting.refusal} />;

  return (
    <Page
      title={record.no}
      subtitle={[record.body.customerName, `¥${formatFen(record.body.total)}`, nameOf(record.owner)].filter(Boolean).join(' · ')}
      badges={<StatusBadge tone={contract.tones[record.status] ?? 'neutral'} label={words.status(record)} />}
      toolbar={
        <SegmentedControl
          aria-label={t('contracts.tabs.label')}
          data={contractTabs.map((value) => ({ value, label: t(`contracts.tabs.${value}`) }))}
          value={tab}
          onChange={(value) => changeAddress({ tab: value })}
        />
      }
      actions={
        <PaperActions
          menu={t('contracts.more')}
          others={actions.others}
          onPrint={printable ? () => print(untyped(record)) : undefined}
          next={next}
          isBusy={dialog !== null}
        />
      }
    >
      <VerdictNotice id={record.id} />
      {tab === 'chain' && (
        <div className={classes.chain}>
          <ChainBoard chain={chain} selected={selected?.step ?? ''} onSelect={select} />
          {selected && <StepPanel view={view} step={selected} actions={actions.of(selected.step)} refusal={refusal} />}
        </div>
      )}
      {tab !== 'chain' && refusal && <div className={classes.refusal}>{refusal}</div>}
      {tab === 'terms' && <ContractTermsTab view={view} />}
      {tab === 'money' && <ContractMoneyTab view={view} />}
      {tab === 'record' && <ContractRecordTab view={view} />}
      <ContractDialogs view={view} open={dialog} onClose={() => setDialog(null)} />
    </Page>
  );
}
