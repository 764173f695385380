import { ratioTo, spreadText, verdictsOf, type Figure } from './figure.ts';

/** Columns of a figure in words: work, ours, what is beside it with the ratio, goals. */
export function cellsOf(figure: Figure): string[] {
  return [
    figure.note === '' ? figure.work : `${figure.work} (${figure.note})`,
    `${spreadText(figure.ours)} ${figure.unit}`,
    figure.beside.map((beside) => `${beside.name}: ${spreadText(beside.spread)}, ${ratioTo(figure, beside).toFixed(2)} ×`).join('; '),
    verdictsOf(figure)
      .map(({ goal, reached, met }) => `${goal}: ${met ? 'met' : `not met (${reached})`}`)
      .join('; '),
  ];
}

/** A figure as one line of the terminal. */
export function lineOf(figure: Figure): string {
  const [work = '', ours = '', beside = '', goals = ''] = cellsOf(figure);
  return `  ${work}: ${ours}${beside === '' ? '' : `  |  ${beside}`}${goals === '' ? '' : `  |  ${goals}`}`;
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}
