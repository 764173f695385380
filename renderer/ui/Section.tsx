import { useId, type ReactNode } from 'react';
import classes from './Section.module.css';

export interface SectionProps {
  title?: ReactNode;
  /** One line under the title: what this part is for. */
  hint?: ReactNode;
  actions?: ReactNode;
  /** No padding around the children: for tables and lists with lines of their own. */
  flush?: boolean;
  /** Left out: a heading with its actions and nothing below. */
  children?: ReactNode;
}

/** A bordered part of a page with a heading. */
export function Section({ title, hint, actions, flush = false, children }: SectionProps) {
  const headingId = useId();
  return (
    <section className={classes.section} aria-labelledby={title === undefined ? undefined : headingId}>
      {(title !== undefined || actions !== undefined) && (
        <div className={classes.head}>
          <div className={classes.words}>
            {title !== undefined && (
              <h2 className={classes.title} id={headingId}>
                {title}
              </h2>
            )}
            {hint !== undefined && <p className={classes.hint}>{hint}</p>}
          </div>
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </div>
      )}
      {children !== undefined && children !== null && children !== false && (
        <div className={flush ? classes.flush : classes.body}>{children}</div>
      )}
    </section>
  );
}
