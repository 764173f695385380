import { IconAlertTriangle, IconCircleCheck, IconClockExclamation, IconCloudOff, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { clockDifference, mayRejoin } from '#renderer/desk/centre/centre-facts.ts';
import { useWhen } from '#renderer/desk/centre/use-when.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import type { Tone } from '#renderer/ui/tone.ts';
import tones from '#renderer/ui/tones.module.css';
import type { CentreStatus } from '#shared/host/contract.ts';
import classes from './Notices.module.css';

/** What went wrong and what to do, a clock that is off, and what was put right by itself. */
export function Notices({ status }: { status: CentreStatus }) {
  const { t } = useTranslation();
  const when = useWhen();
  const go = useGo();
  const { phase, problem, healed } = status;
  const off = clockDifference(status);
  const span = off ? t(`sync.span.${off.unit}`, { count: off.count }) : '';
  const rejoins = mayRejoin(status);
  if (problem === '' && off === null && healed.reason === '') return null;
  return (
    <div className={classes.list}>
      {problem !== '' && (
        <Notice
          tone={phase === 'stopped' ? 'bad' : 'warn'}
          icon={phase === 'stopped' ? IconAlertTriangle : IconCloudOff}
          title={t(`sync.problemTitle.${problem}`)}
          text={t(`sync.problem.${problem}`)}
        >
          {rejoins && (
            <ActionButton variant="default" onAct={() => go('/settings/centre')}>
              {t('sync.rejoin')}
            </ActionButton>
          )}
        </Notice>
      )}
      {off !== null && (
        <Notice
          tone="warn"
          icon={IconClockExclamation}
          title={t(off.slow ? 'sync.chip.clockSlow' : 'sync.chip.clockFast', { span })}
          text={t('sync.status.clockHint', { span })}
        />
      )}
      {healed.reason !== '' && (
        <Notice
          tone="neutral"
          icon={IconCircleCheck}
          title={t(healed.reason === 'joined' ? 'sync.healed.joinedTitle' : 'sync.healed.title', { at: when(healed.at) })}
          text={t(`sync.healed.${healed.reason}`)}
        />
      )}
    </div>
  );
}

interface NoticeProps {
  tone: Tone;
  icon: Icon;
  title: string;
  text: string;
  children?: ReactNode;
}

function Notice({ tone, icon: Icon, title, text, children }: NoticeProps) {
  return (
    <div className={`${classes.notice} ${tones[tone]}`}>
      <Icon className={classes.icon} size={18} stroke={1.8} aria-hidden="true" />
      <div className={classes.words}>
        <h3 className={classes.title}>{title}</h3>
        <p className={classes.text}>{text}</p>
      </div>
      {children}
    </div>
  );
}
