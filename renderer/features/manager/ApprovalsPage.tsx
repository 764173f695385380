import { Tabs } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { DelegationTab } from './DelegationTab.tsx';
import { InboxTab } from './InboxTab.tsx';
import { PendingTab } from './PendingTab.tsx';
import { useInbox } from './use-inbox.ts';

const tabs = ['mine', 'pending', 'lent'] as const;

/** One place for signatures: what waits for me, where my own papers are, who signs for whom (QPA-06). */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const go = useGo();
  const asked = useAddressPart('tab');
  const tab = tabs.find((known) => known === asked) ?? 'mine';
  const { waiting, pending } = useInbox();
  const counts = { mine: countOf(waiting, ({ items }) => items.length), pending: countOf(pending, (rows) => rows.length), lent: '' };
  return (
    <Page
      title={t('manager.nav.approvals')}
      subtitle={t('manager.approvals.hint')}
      toolbar={
        <Tabs
          value={tab}
          onChange={(next) => go(next === 'mine' ? '/approvals' : `/approvals/${next ?? ''}`)}
          variant="pills"
          keepMounted={false}
        >
          <Tabs.List aria-label={t('manager.nav.approvals')}>
            {tabs.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {`${t(`policy.inbox.tabs.${name}`)} ${counts[name]}`.trim()}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
    >
      {tab === 'mine' && <InboxTab waiting={waiting} />}
      {tab === 'pending' && <PendingTab pending={pending} />}
      {tab === 'lent' && <DelegationTab />}
    </Page>
  );
}

function countOf<T>(loadable: Loadable<T>, count: (value: T) => number): string {
  if (loadable.state !== 'ready') return '';
  const number = count(loadable.value);
  return number === 0 ? '' : String(number);
}
