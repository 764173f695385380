import type { ReactNode } from 'react';
import classes from './Stat.module.css';
import type { Tone } from './tone.ts';
import tones from './tones.module.css';

export interface StatProps {
  label: string;
  value: ReactNode;
  /** Smaller, under the figure: comparison, share, "3 overdue". */
  note?: ReactNode;
  /** Colours the figure; leave out when nothing needs attention. */
  tone?: Tone;
  /** Opens the list behind the figure. */
  onOpen?: () => void;
}

/** One figure of a day. With `onOpen` the whole tile is a button. */
export function Stat({ label, value, note, tone = 'neutral', onOpen }: StatProps) {
  const content = (
    <>
      <span className={classes.label}>{label}</span>
      <span className={`${classes.value} ${tone === 'neutral' ? '' : classes.toned}`}>{value}</span>
      {note !== undefined && <span className={classes.note}>{note}</span>}
    </>
  );
  const className = `${classes.stat} ${tones[tone]}`;
  if (onOpen === undefined) return <div className={className}>{content}</div>;
  return (
    <button type="button" className={`${className} ${classes.button}`} onClick={onOpen}>
      {content}
    </button>
  );
}
