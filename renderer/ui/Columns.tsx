import type { ReactNode } from 'react';
import classes from './Columns.module.css';

export interface ColumnsProps {
  /** As in CSS: '1fr 360px', 'repeat(4, 1fr)'. Equal columns for all children when left out. */
  template?: string;
  children: ReactNode;
}

/** Sections and tiles side by side, aligned at the top. Each child is a column; put several sections of one column into a `div`. */
export function Columns({ template, children }: ColumnsProps) {
  return (
    <div className={classes.columns} style={{ '--template': template }}>
      {children}
    </div>
  );
}
