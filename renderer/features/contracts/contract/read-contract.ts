import type { Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { chainOf } from '#shared/modules/contract/chain.ts';
import { papersOf, type ChainPapers } from '#shared/modules/contract/chain-papers.ts';
import type { ChainStep } from '#shared/modules/contract/chain-shape.ts';
import { contractProgress, type ContractLineProgress } from '#shared/modules/contract/delivery.ts';
import { readContract } from '#shared/modules/contract/facts.ts';
import type { Contract } from '#shared/modules/contract/module.ts';
import { goodsOwed } from '#shared/modules/contract/performance.ts';
import { policyInForce } from '#shared/modules/policy/rules.ts';
import { moneyOf, type ContractMoney } from '#shared/modules/recovery/contract-money.ts';

/** Everything the page of one contract shows. */
export interface ContractView {
  record: DocumentRecord<Contract>;
  chain: readonly ChainStep[];
  papers: ChainPapers;
  progress: readonly ContractLineProgress[];
  /** Thousandths still to be delivered. */
  owed: number;
  money: ContractMoney;
}

export async function readContractView(read: Reader, id: string, today: Day, offsetMinutes: number): Promise<ContractView | null> {
  const record = await readContract(read, id);
  if (!record) return null;
  const policy = await policyInForce(read, today);
  const money = await moneyOf(read, record);
  return {
    record,
    chain: await chainOf(record, read, { today, offsetMinutes, policy }),
    papers: await papersOf(read, record),
    progress: await contractProgress(read, record),
    owed: await goodsOwed(read, record),
    money,
  };
}
