import { useTranslation } from '#renderer/ui/i18n.ts';
import { centreFacts, mayRejoin } from '#renderer/desk/centre/centre-facts.ts';
import { JoinForm } from '#renderer/desk/centre/JoinForm.tsx';
import { useFactWords } from '#renderer/desk/centre/use-fact-words.ts';
import { useWhen } from '#renderer/desk/centre/use-when.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { reloadPage } from '#renderer/desk/leave-page.ts';
import { useCentre } from '#renderer/desk/use-centre.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { CentreStatus } from '#shared/host/contract.ts';
import { useHostInfo } from './use-host-info.ts';

/** Which centre this desk belongs to; joining one, and joining again after a revocation or a copy. */
export function CentreTab() {
  const status = useCentre();
  return (
    <StateView of={status === null ? { state: 'loading' } : { state: 'ready', value: status }}>
      {(known) => (
        <>
          {known.phase !== 'alone' && <JoinedTo status={known} />}
          <Joining status={known} />
        </>
      )}
    </StateView>
  );
}

function JoinedTo({ status }: { status: CentreStatus }) {
  const { t } = useTranslation();
  const go = useGo();
  const when = useWhen();
  const say = useFactWords();
  const info = useHostInfo();
  const [first = 'never'] = centreFacts(status, 0);
  return (
    <Section
      title={t('sync.settings.joined')}
      actions={
        <ActionButton size="xs" variant="default" onAct={() => go('/sync')}>
          {t('sync.settings.open')}
        </ActionButton>
      }
    >
      <Facts
        facts={[
          { label: t('sync.status.centre'), value: status.url },
          { label: t('sync.settings.desk'), value: info.identity?.deskCode },
          {
            label: t('sync.settings.since'),
            value: status.lastComplete === 0 ? t('sync.status.never2') : when(status.lastComplete),
          },
          { label: t('sync.settings.state'), value: say(first, status, 0) },
        ]}
      />
    </Section>
  );
}

function Joining({ status }: { status: CentreStatus }) {
  const { t } = useTranslation();
  const { host, info, holds } = useDesk();
  const again = mayRejoin(status);
  if (status.phase !== 'alone' && !again) return null;
  return (
    <Section
      title={t(again ? 'sync.settings.again' : 'sync.join.title')}
      hint={t(again ? 'sync.settings.againHint' : 'sync.settings.alone')}
    >
      {!holds('manager') ? (
        <p>{t('sync.settings.managerOnly')}</p>
      ) : (
        <>
          {!again && <p>{t('sync.settings.aloneHint')}</p>}
          <JoinForm
            host={host}
            branch={info.identity?.branchCode ?? ''}
            address={status.url}
            onSure={({ address, desk }) =>
              askConfirm({
                title: t('sync.settings.sure', { address }),
                message: t('sync.settings.sureHint', { desk }),
                confirm: t('sync.join.join'),
              })
            }
            // The desk may have another code now, and with it other numbers: the page starts again.
            onJoined={reloadPage}
          />
        </>
      )}
    </Section>
  );
}
