import type { ReactNode } from 'react';
import classes from './Facts.module.css';

export interface Fact {
  label: string;
  value: ReactNode;
  /** Takes a whole line: addresses, notes. */
  wide?: boolean;
}

export interface FactsProps {
  facts: readonly Fact[];
  /** Columns of label and value side by side. */
  columns?: 1 | 2 | 3;
}

/** What a document says, as labels and values. An empty value shows a dash, so that nothing looks forgotten. */
export function Facts({ facts, columns = 2 }: FactsProps) {
  return (
    <dl className={classes.facts} style={{ '--columns': columns }}>
      {facts.map((fact) => (
        <div key={fact.label} className={fact.wide === true ? classes.wide : classes.fact}>
          <dt>{fact.label}</dt>
          <dd>{fact.value === '' || fact.value === null || fact.value === undefined ? '—' : fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
