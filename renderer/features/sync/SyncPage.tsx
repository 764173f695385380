import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useCentre } from '#renderer/desk/use-centre.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { CentreStatus } from '#shared/host/contract.ts';
import { ConflictsSection } from './papers/ConflictsSection.tsx';
import { SetAsideSection } from './papers/SetAsideSection.tsx';
import { UnsentSection } from './papers/UnsentSection.tsx';
import { VerdictsSection } from './papers/VerdictsSection.tsx';
import { ExchangeButton } from './status/ExchangeButton.tsx';
import { StatusSection } from './status/StatusSection.tsx';
import { overseers } from './overview/overseers.ts';

/** Where the desk stands with the centre; below it what waits for somebody, the most pressing first. */
export function SyncPage() {
  const { t } = useTranslation();
  const { holds } = useDesk();
  const go = useGo();
  const status = useCentre();
  return (
    <Page
      title={t('sync.title')}
      subtitle={t('sync.hint')}
      actions={
        status !== null &&
        status.phase !== 'alone' && (
          <>
            {holds(...overseers) && (
              <ActionButton variant="default" onAct={() => go('/sync/overview')}>
                {t('sync.overview.title')}
              </ActionButton>
            )}
            <ExchangeButton status={status} />
          </>
        )
      }
    >
      <StateView of={status === null ? { state: 'loading' } : { state: 'ready', value: status }}>
        {(known) => (known.phase === 'alone' ? <Alone /> : <Joined status={known} />)}
      </StateView>
    </Page>
  );
}

function Alone() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <>
      <Empty
        title={t('sync.status.alone')}
        hint={t('sync.status.aloneHint')}
        action={<ActionButton onAct={() => go('/settings/centre')}>{t('sync.status.aloneOpen')}</ActionButton>}
      />
      <ConflictsSection />
    </>
  );
}

function Joined({ status }: { status: CentreStatus }) {
  return (
    <>
      <StatusSection status={status} />
      <VerdictsSection />
      <SetAsideSection status={status} />
      <ConflictsSection />
      <UnsentSection status={status} />
    </>
  );
}
