import classes from './StatusBadge.module.css';
import type { Tone } from './tone.ts';
import tones from './tones.module.css';

export interface StatusBadgeProps {
  tone: Tone;
  label: string;
}

/** A document's status: a dot and a word. The word carries the meaning, the colour only helps the eye. */
export function StatusBadge({ tone, label }: StatusBadgeProps) {
  return (
    <span className={`${classes.badge} ${tones[tone]}`}>
      <span className={classes.dot} aria-hidden="true" />
      <span className={classes.label}>{label}</span>
    </span>
  );
}
