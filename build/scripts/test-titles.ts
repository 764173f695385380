import { parseSync, Visitor, type ESTree } from 'vite';

/** Ids in square brackets: `… [PAY-07 G-39]`. */
export function idsIn(title: string): string[] {
  return [...title.matchAll(/\[((?:(?:[A-Z]{3}|G)-\d{2,3} ?)+)\]/g)].flatMap(([, named = '']) => named.trim().split(' '));
}

type Tables = ReadonlyMap<string, ESTree.Expression>;

/**
 * Titles of the tests in a source, read from its text. A table (`test.each(rows)('[%s] …')`) gives a title for each of its rows; rows that
 * are not written out in the same file give the title as it stands. Tests that are skipped or still to be written prove nothing.
 */
export function testTitles(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const tables = new Map<string, ESTree.Expression>();
  const calls: ESTree.CallExpression[] = [];
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init) tables.set(id.name, init);
    },
    CallExpression: (call) => {
      calls.push(call);
    },
  }).visit(program);
  return calls.flatMap((call) => titlesOf(call, tables));
}

function titlesOf(call: ESTree.CallExpression, tables: Tables): string[] {
  const title = textOf(call.arguments[0]);
  const names = namesOf(call.callee);
  if (title === undefined || !['test', 'it'].includes(names[0] ?? '') || names.some((name) => ['skip', 'todo', 'fixme'].includes(name)))
    return [];
  if (call.callee.type !== 'CallExpression') return [title];
  const rows = rowsOf(call.callee.arguments[0], tables);
  return rows ? rows.map((cells) => filled(title, cells)) : [title];
}

/** `test.skip.each` → test, skip, each. */
function namesOf(callee: ESTree.Expression): string[] {
  if (callee.type === 'Identifier') return [callee.name];
  if (callee.type === 'CallExpression') return namesOf(callee.callee);
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
    ? [...namesOf(callee.object), callee.property.name]
    : [];
}

/** Texts of each row, undefined where a cell is no text; undefined when the table is not written out. */
function rowsOf(table: ESTree.Node | undefined, tables: Tables): (string | undefined)[][] | undefined {
  const bare = bareOf(table);
  if (bare?.type === 'Identifier') return rowsOf(tables.get(bare.name), new Map());
  if (bare?.type !== 'ArrayExpression') return undefined;
  return bare.elements.map((row) => {
    const cells = bareOf(row ?? undefined);
    return cells?.type === 'ArrayExpression' ? cells.elements.map((cell) => textOf(cell ?? undefined)) : [textOf(cells)];
  });
}

/** Without `as const` and the like. */
function bareOf(node: ESTree.Node | undefined): ESTree.Node | undefined {
  return node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression' ? bareOf(node.expression) : node;
}

function textOf(node: ESTree.Node | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  return node?.type === 'TemplateLiteral' && node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
}

/** Puts cells where the test runner would; a cell that is no text leaves its place as it stands. */
function filled(title: string, cells: readonly (string | undefined)[]): string {
  let next = 0;
  return title.replaceAll(/%[sidjo]/g, (place) => cells[next++] ?? place);
}
