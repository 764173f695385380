import { useId, type ReactNode } from 'react';
import type { Tone } from '#renderer/ui/tone.ts';
import tones from '#renderer/ui/tones.module.css';
import classes from './NextPanel.module.css';

export interface NextPanelProps {
  title: string;
  text: string;
  /** info: yours to do; neutral: somebody else's; good and bad: the end. */
  tone: Tone;
  actions?: ReactNode;
  children?: ReactNode;
}

/** The one thing that comes next, on top of a document's page. */
export function NextPanel({ title, text, tone, actions, children }: NextPanelProps) {
  const headingId = useId();
  return (
    <section className={`${classes.panel} ${tones[tone]}`} aria-labelledby={headingId}>
      <div className={classes.head}>
        <div className={classes.words}>
          <h2 className={classes.title} id={headingId}>
            {title}
          </h2>
          <p className={classes.text}>{text}</p>
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
      {children !== undefined && children !== null && children !== false && <div className={classes.body}>{children}</div>}
    </section>
  );
}
