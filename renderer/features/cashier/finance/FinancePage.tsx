import { Tabs } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAddressFilters } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { handover } from '#shared/modules/handover/module.ts';
import { financeSearch, financeTabs } from './finance-search.ts';
import { HandoverList } from './HandoverList.tsx';
import { Receivables } from './Receivables.tsx';
import { SignedCopies } from './SignedCopies.tsx';
import { UnsignedSlips } from './UnsignedSlips.tsx';
import classes from './finance.module.css';

/** Finance's desk: money to receive, signed copies to wait for and book, what customers owe, slips on account without signature. */
export function FinancePage() {
  const { t } = useTranslation();
  const [{ tab }, change] = useAddressFilters(financeSearch);
  return (
    <Page
      title={t('cashier.nav.finance')}
      layout="flush"
      toolbar={
        <Tabs value={tab} onChange={(next) => change({ tab: financeTabs.find((known) => known === next) ?? 'handovers' })}>
          <Tabs.List>
            {financeTabs.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`cashier.finance.tabs.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
    >
      <div className={classes.body}>
        {tab === 'handovers' && <Handovers />}
        {tab === 'copies' && <SignedCopies />}
        {tab === 'receivables' && <Receivables />}
        {tab === 'slips' && <UnsignedSlips />}
      </div>
    </Page>
  );
}

function Handovers() {
  return <HandoverList list={useList({ kind: handover.kind })} />;
}
