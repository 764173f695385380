import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import { useGo } from '#renderer/desk/use-address.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Page } from '#renderer/ui/Page.tsx';
import classes from './accounts.module.css';
import { accountTabs, pathOfTab, type AccountTab } from './accounts-search.ts';
import { CommissionTab } from './commission/CommissionTab.tsx';
import { CreditTab } from './credit/CreditTab.tsx';
import { InvoicesTab } from './invoices/InvoicesTab.tsx';
import { ClosingTab } from './ledgers/ClosingTab.tsx';
import { RecoveryTab } from './recovery/RecoveryTab.tsx';
import { StatementsTab } from './statements/StatementsTab.tsx';

const parts: Readonly<Record<AccountTab, ComponentType>> = {
  recovery: RecoveryTab,
  invoices: InvoicesTab,
  credit: CreditTab,
  ledgers: ClosingTab,
  commission: CommissionTab,
  statements: StatementsTab,
};

/** The money of contracts: what they still bring in, invoices, credit, the two ledgers, commission, statements. */
export function accountsPage(tab: AccountTab): ComponentType {
  const Part = parts[tab];
  return function AccountsPage() {
    const { t } = useTranslation();
    const go = useGo();
    return (
      <Page
        title={t('accounts.nav')}
        layout="flush"
        toolbar={
          <Tabs value={tab} onChange={(next) => go(pathOfTab(accountTabs.find((known) => known === next) ?? 'recovery'))}>
            <Tabs.List>
              {accountTabs.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`accounts.tabs.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
        }
      >
        <div className={classes.body}>
          <Part />
        </div>
      </Page>
    );
  };
}
