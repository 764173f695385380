import { IconBan, IconCheck, IconCircleDashed, IconClock } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './ChainView.module.css';
import type { Tone } from './tone.ts';
import tones from './tones.module.css';

export interface ChainLink {
  key: string;
  /** What kind of paper: 销售单. */
  kind: string;
  /** Its number; absent when there is none yet. */
  no?: string | undefined;
  /** Its status in words, or why it is due or blocked. */
  status?: string | undefined;
  state: 'done' | 'due' | 'blocked' | 'none';
  /** The document on the screen. */
  current?: boolean;
  onOpen?: () => void;
}

const LOOKS = {
  done: { Icon: IconCheck, tone: 'good' },
  due: { Icon: IconClock, tone: 'warn' },
  blocked: { Icon: IconBan, tone: 'bad' },
  none: { Icon: IconCircleDashed, tone: 'neutral' },
} as const satisfies Record<ChainLink['state'], { Icon: typeof IconCheck; tone: Tone }>;

/** The papers of one business, from the first to the last. */
export function ChainView({ links }: { links: readonly ChainLink[] }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.chain} aria-label={t('common.chain.heading')}>
      {links.map(({ key, kind, no, status, state, current = false, onOpen }) => {
        const { Icon, tone } = LOOKS[state];
        const content = (
          <>
            <Icon className={classes.icon} size={15} stroke={2} aria-hidden="true" />
            <span className={classes.words}>
              <span className={classes.kind}>{kind}</span>
              {no !== undefined && no !== '' && <span className={classes.no}>{no}</span>}
              <span className={classes.status}>{status ?? t(`common.chain.${state}`)}</span>
            </span>
          </>
        );
        const className = `${classes.link} ${tones[tone]}`;
        return (
          <li key={key} className={classes.item}>
            {onOpen === undefined || current ? (
              <span
                className={className}
                data-state={state}
                data-current={current || undefined}
                aria-current={current ? 'true' : undefined}
              >
                {content}
              </span>
            ) : (
              <button type="button" className={className} data-state={state} onClick={onOpen}>
                {content}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
