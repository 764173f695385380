import type { Tone } from '../tone.ts';
import tones from '../tones.module.css';
import classes from './charts.module.css';

export interface SharePart {
  key: string;
  label: string;
  value: number;
  note?: string;
  tone?: Tone;
}

export interface ShareBarsProps {
  label: string;
  /** In the order to show. */
  parts: readonly SharePart[];
  format: (value: number) => string;
  onOpen?: (key: string) => void;
}

/** Parts of a whole, or a ranking, as lines with a bar. Words and figures are text, so it needs no other form. */
export function ShareBars({ label, parts, format, onOpen }: ShareBarsProps) {
  const largest = Math.max(1, ...parts.map((part) => Math.abs(part.value)));
  const sum = parts.reduce((total, part) => total + Math.abs(part.value), 0);
  return (
    <ul className={classes.shares} aria-label={label}>
      {parts.map(({ key, label: name, value, note, tone }) => {
        const content = (
          <>
            <span className={classes.shareName}>{name}</span>
            <span className={classes.shareValue}>{format(value)}</span>
            <span className={classes.track} aria-hidden="true">
              <span
                className={classes.bar}
                data-toned={tone === undefined ? undefined : true}
                style={{ width: `${(Math.abs(value) / largest) * 100}%` }}
              />
            </span>
            <span className={classes.shareNote}>{note ?? (sum === 0 ? '' : `${Math.round((Math.abs(value) / sum) * 100)}%`)}</span>
          </>
        );
        const className = `${classes.share} ${tone === undefined ? '' : tones[tone]}`;
        return (
          <li key={key}>
            {onOpen === undefined ? (
              <div className={className}>{content}</div>
            ) : (
              <button type="button" className={className} onClick={() => onOpen(key)}>
                {content}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
