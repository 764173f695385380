import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import type { Contract } from '#shared/modules/contract/module.ts';
import { dunning } from '#shared/modules/dunning/module.ts';
import { interest } from '#shared/modules/interest/module.ts';
import { invoice } from '#shared/modules/invoice/module.ts';
import { receipt } from '#shared/modules/receipt/module.ts';
import { moneyOf, overdueOf, type ContractMoney } from '#shared/modules/recovery/contract-money.ts';
import { task } from '#shared/modules/task/module.ts';
import { invoiceGate, type InvoiceGate } from './invoice-gate.ts';
import { partsOf, type PlanPart } from './plan-parts.ts';

export interface ContractAccount {
  record: DocumentRecord<Contract>;
  money: ContractMoney;
  parts: PlanPart[];
  overdue: { amount: Fen; days: number };
  gate: InvoiceGate;
  invoiced: Fen;
  /** Held back of the salesperson's commission for overdue money of this contract. */
  withheld: Fen;
  legal: boolean;
  /** Receipts, invoice requests, interest, letters, newest first. */
  papers: AnyRecord[];
  /** Tasks to collect that are open. */
  tasks: AnyRecord[];
}

export async function readContractAccount(read: Reader, record: DocumentRecord<Contract>, today: Day): Promise<ContractAccount> {
  const money = await moneyOf(read, record);
  const papers: AnyRecord[] = [];
  for (const kind of [receipt.kind, invoice.kind, interest.kind, dunning.kind])
    papers.push(...(await read.all({ kind, source: record.id })).rows);
  const { amount, days } = overdueOf(money, today);
  return {
    record,
    money,
    parts: partsOf(record, money, today),
    overdue: { amount, days },
    gate: await invoiceGate(read, record, today),
    invoiced: await read.balance(`invoiced/${record.id}`),
    withheld: await read.balance(`withheld/${record.owner}/${record.id}`),
    legal: (await read.balance(`legal/${record.id}`)) > 0,
    papers: papers.toSorted((one, other) => (one.id < other.id ? 1 : -1)),
    tasks: (await read.all({ kind: task.kind, source: record.id })).rows.filter(({ status }) => status === 'open'),
  };
}
