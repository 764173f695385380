import type { ReactNode } from 'react';
import classes from './Page.module.css';

export interface PageProps {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Beside the title: status badges. */
  badges?: ReactNode;
  /** Right of the title: the next action first in reading order, i.e. last on the line. */
  actions?: ReactNode;
  /** A row of its own under the title: filters, tabs, search. */
  toolbar?: ReactNode;
  /** `flush`: a table or preview that fills the room and scrolls by itself. */
  layout?: 'padded' | 'flush';
  children: ReactNode;
}

/** The frame of every screen. Title and toolbar stay, the rest scrolls. */
export function Page({ title, subtitle, badges, actions, toolbar, layout = 'padded', children }: PageProps) {
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div className={classes.heading}>
          <div className={classes.titleLine}>
            <h1 className={classes.title}>{title}</h1>
            {badges}
          </div>
          {subtitle !== undefined && <p className={classes.subtitle}>{subtitle}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {toolbar !== undefined && <div className={classes.toolbar}>{toolbar}</div>}
      <div className={layout === 'flush' ? classes.flush : classes.body}>{children}</div>
    </div>
  );
}
