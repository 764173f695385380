/** Money for a contract: deposit, instalments, balance, money back (PAY-01, PAY-02, PAY-09). */
import { shareOf, type Fen } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { cutText } from '#shared/core/cut-text.ts';
import { untyped } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import { readAs } from '#shared/documents/step.ts';
import { threshold } from '#shared/policy/parameters.ts';
import { contract } from '../contract/module.ts';
import { collectedTasks } from '../recovery/collected-tasks.ts';
import { moneyOf } from '../recovery/contract-money.ts';
import { holdingFacts } from './drawer.ts';
import { receipt } from './module.ts';
import { isEarnest } from './reason.ts';
import { bodyOf, changeOf, commitReceipt, takeIn, type Payment } from './rules.ts';

export interface ContractMoneyInput extends Payment {
  contract: string;
  type: 'payment' | 'deposit';
  /** 定金: binds both sides, and only up to a share of the price that the law allows. */
  earnest?: boolean;
}

/** From the countersignature on money may come; a closed or given-up contract takes none. */
const payable = new Set(['countersigned', 'sealed', 'effective', 'performing', 'balanceDue', 'disputed']);

/**
 * Takes money for a contract; it settles the plan oldest first, and ends the tasks to collect it. Refuses with NotFound, ContractNotPayable, AmountNotPositive, MoreThanDue,
 * TenderedTooLittle, EarnestAboveShare, or Blocked by G-38.
 */
export function takeContractMoney(input: ContractMoneyInput): Decide<{ receipt: string; change: Fen }> {
  return async (read, moment) => {
    const record = await readAs(read, contract, input.contract);
    if (!record) return refuse('NotFound', { id: input.contract });
    if (!payable.has(record.status)) return refuse('ContractNotPayable', { no: record.no });
    const change = changeOf(input);
    if (!change.ok) return change;
    const money = await moneyOf(read, record);
    const { open, due } = money;
    if (input.amount > open) return refuse('MoreThanDue', { due: Math.max(0, open), amount: input.amount });
    const most = shareOf(due, threshold(moment.policy.parameters, 'deposit.earnest_max_pct') * 100);
    const earnest = input.type === 'deposit' && input.earnest === true;
    const already = earnest ? await earnestOf(read, record.id) : 0;
    if (earnest && already + input.amount > most) return refuse('EarnestAboveShare', { amount: already + input.amount, most });
    const said = input.reason.trim() || record.no;
    const reason = earnest && !said.includes(EARNEST) ? cutText(`${EARNEST} ${said}`, 200) : said;
    const parts = [{ source: record.id, no: record.no, party: record.party, amount: input.amount }];
    const head = { type: input.type, payer: record.body.customerName, party: record.party };
    const made = takeIn(head, { ...input, reason }, parts, change.value, { 'G-38': await holdingFacts(read, moment) }, moment);
    if (!made.ok) return made;
    const tasks = await collectedTasks(read, record, money, input.amount, moment);
    if (!tasks.ok) return tasks;
    return ok({ records: [untyped(made.value), ...tasks.value], answer: { receipt: made.value.id, change: change.value } });
  };
}

const EARNEST = '定金';

/** Earnest money on the contract that counts: receipts taken back are gone with their red ones. */
async function earnestOf(read: Reader, contractId: string): Promise<Fen> {
  const { rows } = await read.all({ kind: receipt.kind, source: contractId });
  return rows
    .filter(({ status }) => status !== 'reversed')
    .map((row) => receipt.read(row).body)
    .reduce((sum, body) => (isEarnest(body) ? sum + body.amount : sum), 0);
}

/**
 * Gives back what a customer paid beyond a contract, or all of it when it is given up. Refuses with NotFound, ReasonMissing,
 * AmountNotPositive, MoreThanCredit.
 */
export function refundContractMoney(input: Omit<ContractMoneyInput, 'tendered' | 'type' | 'earnest'>): Decide<{ receipt: string }> {
  return async (read, moment) => {
    const record = await readAs(read, contract, input.contract);
    if (!record) return refuse('NotFound', { id: input.contract });
    if (input.reason.trim() === '') return refuse('ReasonMissing');
    if (input.amount <= 0) return refuse('AmountNotPositive');
    const { open, received } = await moneyOf(read, record);
    // Before it takes effect, and in dispute, either side may still step back: then everything received can go back.
    const credit =
      record.status === 'disputed' || !['effective', 'performing', 'balanceDue', 'closed'].includes(record.status) ? received : -open;
    if (input.amount > credit) return refuse('MoreThanCredit', { credit: Math.max(0, credit), amount: input.amount });
    const parts = [{ source: record.id, no: record.no, party: record.party, amount: -input.amount }];
    const body = bodyOf(
      { type: 'refund', payer: record.body.customerName },
      { ...input, amount: -input.amount, tendered: 0 },
      parts,
      0,
      moment,
    );
    const made = commitReceipt(body, record.party, {}, moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: { receipt: made.value.id } }) : made;
  };
}
