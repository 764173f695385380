/** What contracts stand at, read for lists: by contract and by part of the plan. Decides nothing; the figures are those of the rules. */
import { partsOf, type PlanPart } from '#renderer/desk/contract-money/plan-parts.ts';
import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { contract, type Contract } from '#shared/modules/contract/module.ts';
import { dunning } from '#shared/modules/dunning/module.ts';
import { interest } from '#shared/modules/interest/module.ts';
import { moneyOf, overdueOf, type ContractMoney } from '#shared/modules/recovery/contract-money.ts';

export interface ContractRow {
  record: DocumentRecord<Contract>;
  money: ContractMoney;
  parts: PlanPart[];
  overdue: { amount: Fen; days: number };
  /** First part that is not paid. */
  next: PlanPart | undefined;
  /** Letters written, without those withdrawn. */
  letters: number;
  legal: boolean;
  /** Interest proposed and not confirmed yet. */
  proposed: Fen;
}

/** Contracts of one status that are looked at; more are never in force at one branch. */
const MOST = 500;

const collecting = ['effective', 'performing', 'balanceDue', 'disputed'];

/** Contracts that bind, the longest overdue first. */
export async function contractRows(read: Reader, today: Day): Promise<{ rows: ContractRow[]; complete: boolean }> {
  const letters = bySource((await read.all({ kind: dunning.kind })).rows.filter(({ status }) => status !== 'withdrawn'));
  const proposals = bySource((await read.all({ kind: interest.kind, status: 'submitted' })).rows);
  const legal = await read.balances('legal/');
  const rows: ContractRow[] = [];
  let complete = true;
  for (const status of collecting) {
    const found = await read.all({ kind: contract.kind, status }, MOST);
    complete &&= found.complete;
    for (const row of found.rows) {
      const record = contract.read(row);
      const money = await moneyOf(read, record);
      const parts = partsOf(record, money, today);
      const { amount, days } = overdueOf(money, today);
      rows.push({
        record,
        money,
        parts,
        overdue: { amount, days },
        next: parts.find(({ open }) => open > 0),
        letters: letters.get(record.id)?.length ?? 0,
        legal: (legal.get(`legal/${record.id}`) ?? 0) > 0,
        proposed: (proposals.get(record.id) ?? []).reduce((sum, paper) => sum + paper.amount, 0),
      });
    }
  }
  return { rows: rows.toSorted((a, b) => b.overdue.days - a.overdue.days || b.money.open - a.money.open), complete };
}

function bySource(papers: readonly AnyRecord[]): Map<string, AnyRecord[]> {
  const found = new Map<string, AnyRecord[]>();
  for (const paper of papers) found.set(paper.source, [...(found.get(paper.source) ?? []), paper]);
  return found;
}
