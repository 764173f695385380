import classes from './entry.module.css';

/** Under the cell it is about; the line grows for it. */
export function CellProblem({ id, problem }: { id: string; problem: string | undefined }) {
  return problem === undefined ? null : (
    <div id={id} className={classes.problem}>
      {problem}
    </div>
  );
}
