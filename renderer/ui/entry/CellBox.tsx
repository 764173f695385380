import type { ReactNode } from 'react';
import classes from './entry.module.css';
import type { CellPlace } from './grid-actions.ts';

export interface CellBoxProps<Line> {
  place: CellPlace<Line>;
  children: ReactNode;
}

/** What stands in a cell with its hint beside it and its problem below; the line grows for a problem. */
export function CellBox<Line>({ place: { hint, problem, problemId }, children }: CellBoxProps<Line>) {
  return (
    <>
      <div className={classes.box}>
        {children}
        {hint !== undefined && hint !== null && hint !== '' && (
          <span className={classes.hint} title={typeof hint === 'string' ? hint : undefined}>
            {hint}
          </span>
        )}
      </div>
      {problem !== undefined && (
        <div id={problemId} className={classes.problem}>
          {problem}
        </div>
      )}
    </>
  );
}
