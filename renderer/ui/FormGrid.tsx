import type { ReactNode } from 'react';
import classes from './FormGrid.module.css';

export interface FormGridProps {
  columns?: 1 | 2 | 3 | 4;
  children: ReactNode;
}

/** Fields side by side, aligned at the top so that an error below one does not move the others. */
export function FormGrid({ columns = 2, children }: FormGridProps) {
  return (
    <div className={classes.grid} style={{ '--columns': columns }}>
      {children}
    </div>
  );
}

/** A field of a `FormGrid` that takes a whole line. */
export function WideRow({ children }: { children: ReactNode }) {
  return <div className={classes.wide}>{children}</div>;
}
