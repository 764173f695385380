import type { AnyRecord } from '#shared/documents/record.ts';

const WANTED = 2_000;

export interface LargeCustomer {
  id: string;
  name: string;
  papers: number;
}

/**
 * The demonstration's best customers become one, until that one has 2,000 papers or half of all: every paper of the others names it
 * instead. Their files stay, without papers.
 */
export function oneLargeCustomer(texts: readonly Buffer[]): { texts: Buffer[]; customer: LargeCustomer } {
  const papers = new Map<string, number>();
  const names = new Map<string, string>();
  for (const text of texts) {
    const { id, kind, party, title } = JSON.parse(text.toString()) as AnyRecord;
    if (kind === 'customer') names.set(id, title);
    else if (party !== '') papers.set(party, (papers.get(party) ?? 0) + 1);
  }
  const best = [...papers].filter(([id]) => names.has(id)).toSorted(([, a], [, b]) => b - a);
  const [first] = best;
  if (!first) return { texts: [...texts], customer: { id: '', name: '', papers: 0 } };
  const [id] = first;
  const others: string[] = [];
  let count = 0;
  for (const [other, own] of best) {
    if (count >= Math.min(WANTED, texts.length / 2)) break;
    if (other !== id) others.push(other);
    count += own;
  }
  return { texts: texts.map((text) => renamed(text, id, others)), customer: { id, name: names.get(id) ?? '', papers: count } };
}

function renamed(text: Buffer, id: string, others: readonly string[]): Buffer {
  const found = others.filter((other) => text.includes(other));
  if (found.length === 0 || text.includes('"kind":"customer"')) return text;
  return Buffer.from(found.reduce((now, other) => now.replaceAll(other, id), text.toString()));
}
