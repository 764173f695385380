import type { Fen } from '#shared/core/money.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import { act, untyped, type Blocked, type Moment } from '#shared/documents/act.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { settleOldestFirst } from '#shared/ledger/allocation.ts';
import type { Contract } from '../contract/module.ts';
import { task } from '../task/module.ts';
import { chargesOf, type ContractMoney } from './contract-money.ts';

/** Tasks to collect what this money pays: they are done with it, whoever took it (PAY-07). */
export async function collectedTasks(
  read: Reader,
  record: DocumentRecord<Contract>,
  { received, total, due }: ContractMoney,
  amount: Fen,
  moment: Moment,
): Promise<Result<AnyRecord[], Blocked>> {
  const { charges } = settleOldestFirst(chargesOf(record, total - due), received + amount);
  const open = new Set(charges.filter((charge) => charge.open > 0).map((charge) => charge.due));
  const done: AnyRecord[] = [];
  for (const row of (await read.all({ kind: task.kind, source: record.id, status: 'open' })).rows) {
    const promised = task.read(row);
    if (promised.body.type !== 'collect' || open.has(promised.body.due)) continue;
    const ended = act(task, promised, 'done', { result: record.no }, moment);
    if (!ended.ok) return ended;
    done.push(untyped(ended.value));
  }
  return ok(done);
}
