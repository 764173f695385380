import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Host, HostInfo } from '#shared/host/contract.ts';
import type { Actor } from '#shared/policy/roles.ts';
import type { Book } from '../book/book.ts';
import { problemText } from '../book/problem-text.ts';
import { useCentreOf } from '../desk/use-centre.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ProgressPanel } from '../ui/ProgressPanel.tsx';
import { Section } from '../ui/Section.tsx';
import { useCaughtUp } from './use-caught-up.ts';
import { ManagerFields } from './ManagerFields.tsx';
import { noManager, wrongManager } from './first-manager.ts';
import { foundIn } from './write-first-records.ts';
import classes from './NoStaff.module.css';

export interface NoStaffProps {
  host: Host;
  info: HostInfo;
  book: Book;
  onFounded: (founder: Actor) => void;
}

/**
 * Nobody can sign in yet: the branch's staff are still on their way from the centre, or there are none. Only when the whole book is here
 * and empty of staff may a first manager be named: a second one would be a person too many in a branch that has its own.
 */
export function NoStaff({ host, info, book, onFounded }: NoStaffProps) {
  const { t } = useTranslation();
  const status = useCentreOf(host);
  const complete = status !== null && (status.phase === 'alone' || status.lastComplete > 0);
  const caughtUp = useCaughtUp(host, book, complete);
  if (!status) return null;
  if (complete && caughtUp) {
    return (
      <div className={classes.column}>
        <NameManager
          {...{ host, info, book, onFounded }}
          hint={
            status.phase === 'alone' ? t('sync.staff.noneAlone') : t('sync.staff.noneHint', { branch: info.identity?.branchCode ?? '' })
          }
        />
      </div>
    );
  }
  const { done, total } = status.progress ?? { done: 0, total: 0 };
  const stuck = status.phase === 'offline' || status.phase === 'stopped';
  return (
    <div className={classes.column}>
      <Section
        title={t(stuck ? 'sync.staff.stuck' : 'sync.staff.waiting')}
        hint={t('sync.staff.waitingHint')}
        actions={stuck && <ActionButton onAct={() => host.call('centre.exchange', undefined)}>{t('sync.exchange.now')}</ActionButton>}
      >
        {stuck && status.problem !== '' ? (
          <p role="alert" className={classes.problem}>
            <strong>{t(`sync.problemTitle.${status.problem}`)}</strong> {t(`sync.problem.${status.problem}`)}
          </p>
        ) : (
          <ProgressPanel title={t('sync.status.downloading')} done={done} {...(total > 0 ? { total } : {})} />
        )}
      </Section>
    </div>
  );
}

function NameManager({ host, info, book, onFounded, hint }: NoStaffProps & { hint: string }) {
  const { t } = useTranslation();
  const [manager, setManager] = useState(noManager);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState('');

  const found = async () => {
    setTried(true);
    if (Object.keys(wrongManager(manager)).length > 0) return;
    setProblem('');
    try {
      onFounded(await foundIn(book, host, { manager, place: { name: info.identity?.branchName ?? '', address: '', phone: '' } }));
    } catch (failure) {
      setProblem(problemText(failure));
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void found();
      }}
    >
      <Section title={t('sync.staff.none')} hint={hint}>
        <ManagerFields value={manager} onChange={setManager} tried={tried} />
        {problem !== '' && (
          <p role="alert" className={classes.failed}>
            {problem}
          </p>
        )}
        <div className={classes.actions}>
          <ActionButton onAct={found} shortcut="mod+Enter">
            {t('sync.staff.found')}
          </ActionButton>
        </div>
      </Section>
    </form>
  );
}
