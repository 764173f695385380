import { useState, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { GateStamp } from '#shared/documents/record.ts';
import { Empty } from './Empty.tsx';
import { StampList } from './gate/StampList.tsx';
import classes from './Timeline.module.css';
import type { Tone } from './tone.ts';
import tones from './tones.module.css';

export interface TimelineEntry {
  key: string;
  /** As it is shown: '11-24 09:41'. */
  time: string;
  /** The person's name. */
  by?: string | undefined;
  text: ReactNode;
  note?: ReactNode;
  tone?: Tone;
  /** The gates that were judged; shown on demand. */
  stamp?: readonly GateStamp[] | undefined;
}

export interface TimelineProps {
  entries: readonly TimelineEntry[];
  /** Staff id → name, for who released a gate. */
  nameOf?: (staffId: string) => string;
}

/** What happened, in the order given. */
export function Timeline({ entries, nameOf = asItIs }: TimelineProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return <Empty title={t('common.timeline.empty')} />;
  return (
    <ol className={classes.timeline}>
      {entries.map((entry) => (
        <Entry key={entry.key} entry={entry} nameOf={nameOf} />
      ))}
    </ol>
  );
}

const asItIs = (id: string): string => id;

function Entry({ entry, nameOf }: { entry: TimelineEntry; nameOf: (staffId: string) => string }) {
  const { t } = useTranslation();
  const { time, by, text, note, tone = 'neutral', stamp = [] } = entry;
  const special = stamp.some((each) => each.result !== 'passed');
  const [opened, setOpened] = useState(false);
  return (
    <li className={`${classes.entry} ${tones[tone]}`}>
      <span className={classes.dot} aria-hidden="true" />
      <div className={classes.line}>
        <span className={classes.text}>{text}</span>
        <span className={classes.meta}>
          {by !== undefined && by !== '' && <span>{by}</span>}
          <time>{time}</time>
        </span>
      </div>
      {note !== undefined && note !== '' && <div className={classes.note}>{note}</div>}
      {stamp.length > 0 && (
        <>
          <button
            type="button"
            className={`${classes.toggle} ${special ? tones.warn : ''}`}
            data-special={special ? true : undefined}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {t('common.timeline.details')} · {stamp.length}
          </button>
          {opened && <StampList stamp={stamp} nameOf={nameOf} />}
        </>
      )}
    </li>
  );
}
