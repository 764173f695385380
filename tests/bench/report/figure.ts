import type { Spread } from './spread.ts';

export const partNames = [
  'store',
  'lists',
  'commit',
  'search',
  'rebuild',
  'start',
  'bundle',
  'customer',
  'dashboard',
  'memory',
  'import',
  'papers',
  'centre',
  'host',
  'judge',
] as const;
export type PartName = (typeof partNames)[number];

/** `documents/s` is better when it is more, all others when they are less. */
export type Unit = 'ms' | 'CPU ms/document' | 'documents/s' | 'MB' | 'KB' | 'MB/100 rounds';

/** What was measured beside it in the same run: the least anybody needs, or what others would have used. */
export interface Beside {
  name: string;
  spread: Spread;
}

/** A bound, alone or times what is called `times` beside the figure. */
export interface Goal {
  bound: 'atMost' | 'atLeast';
  value: number;
  times?: string;
}

export interface Figure {
  part: PartName;
  /** The same for every size. */
  work: string;
  /** How much of it there was. */
  note: string;
  unit: Unit;
  documents: number;
  ours: Spread;
  beside: readonly Beside[];
  goals: readonly Goal[];
  /** The worst counts, not the median. */
  worst: boolean;
}

/** A figure as a part gives it; the rest is known to whoever runs the part. */
export type Measured = Pick<Figure, 'work' | 'unit' | 'ours'> & Partial<Pick<Figure, 'note' | 'beside' | 'goals' | 'worst'>>;

export interface Verdict {
  goal: string;
  reached: string;
  met: boolean;
}

export const ratioTo = (figure: Figure, { spread }: Beside): number => judged(figure) / spread.median;

/** Each goal with what was reached and whether that is enough; a goal whose baseline was not measured has none. */
export function verdictsOf(figure: Figure): Verdict[] {
  return figure.goals.flatMap((goal) => {
    const beside = figure.beside.find(({ name }) => name === goal.times);
    if (goal.times !== undefined && !beside) return [];
    const value = beside ? ratioTo(figure, beside) : judged(figure);
    const sign = goal.bound === 'atMost' ? '≤' : '≥';
    return [
      {
        goal: goal.times === undefined ? `${sign} ${numberText(goal.value)} ${figure.unit}` : `${sign} ${goal.value} × ${goal.times}`,
        reached: goal.times === undefined ? `${numberText(value)} ${figure.unit}` : `${value.toFixed(2)} ×`,
        met: goal.bound === 'atMost' ? value <= goal.value : value >= goal.value,
      },
    ];
  });
}

function judged({ ours, worst, unit }: Figure): number {
  if (!worst) return ours.median;
  return unit === 'documents/s' ? ours.low : ours.high;
}

/** Three significant digits, thousands set apart. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

export function spreadText({ median, low, high, runs }: Spread): string {
  return runs === 1 ? numberText(median) : `${numberText(median)} (${numberText(low)}–${numberText(high)}, ${runs})`;
}
