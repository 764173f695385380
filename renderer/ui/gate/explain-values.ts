import { formatFen, formatMilli } from '#shared/core/money.ts';
import { valueType } from '#shared/policy/value-types.ts';
import { dynamicWords } from '../dynamic-words.ts';

type Values = Readonly<Record<string, string | number>>;

/**
 * The numbers behind a "no" as they are read: fen as ¥, thousandths as quantities, lists of conditions and posts in words.
 * @param code gate id or refusal code
 */
export function explainValues(code: string, values: Values): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, explain(code, key, value)]));
}

function explain(code: string, key: string, value: string | number): string | number {
  if (typeof value === 'number') {
    const type = valueType(code, key);
    if (type === 'quantity') return formatMilli(value);
    return type === 'money' ? `${value < 0 ? '−' : ''}¥${formatFen(Math.abs(value))}` : value;
  }
  const roots = ROOTS[key];
  return roots === undefined ? value : listOf(value, roots);
}

/** Where the words for the names in a value are, first hit wins. */
const ROOTS: Readonly<Record<string, readonly string[]>> = {
  missing: ['gates.condition', 'gates.missing'],
  posts: ['common.role'],
};

function listOf(value: string, roots: readonly string[]): string {
  const words = value.split(',').map((name) => roots.map((root) => dynamicWords(`${root}.${name}`)).find((word) => word !== null) ?? name);
  return words.join(dynamicWords('common.listSeparator') ?? ', ');
}
