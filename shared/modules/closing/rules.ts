/** 月末对账 (G-45, S5.46–47): both contract ledgers compared, both sides sign, the department's commission is accrued. */
import { addMonths, firstDay, lastDay, monthOf, type Month } from '#shared/core/calendar.ts';
import { shareOf } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Overrides } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { threshold } from '#shared/policy/parameters.ts';
import { contract, type Contract } from '../contract/module.ts';
import { compareLedgers, type LedgerDifference } from '../recovery/ledger-rows.ts';
import { closing, type Closing } from './module.ts';

/** Closed contracts stay in the comparison so long; by then each was compared equal many times. */
const MONTHS_BACK = 24;

/** Contracts whose ledgers a month's closing compares: all that bind, and the closed ones of the last two years. */
export async function contractsToCompare(read: Reader, month: Month): Promise<DocumentRecord<Contract>[]> {
  const found: DocumentRecord<Contract>[] = [];
  for (const status of ['effective', 'performing', 'balanceDue', 'disputed']) {
    found.push(...(await read.all({ kind: contract.kind, status })).rows.map((row) => contract.read(row)));
  }
  const day = { from: firstDay(addMonths(month, -MONTHS_BACK)), to: lastDay(month) };
  found.push(...(await read.all({ kind: contract.kind, status: 'closed', day })).rows.map((row) => contract.read(row)));
  return found.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** The ledgers side by side to the end of the month; rows without anything in either book are left out. */
export async function compareMonth(read: Reader, month: Month): Promise<{ contracts: number; lines: LedgerDifference[] }> {
  const contracts = await contractsToCompare(read, month);
  const lines: LedgerDifference[] = [];
  for (const record of contracts) {
    const rows = await compareLedgers(read, record, lastDay(month));
    lines.push(...rows.filter(({ sales, finance }) => sales !== 0 || finance !== 0));
  }
  return { contracts: contracts.length, lines };
}

/** Only what differs: the list both sides work through. */
export function differencesOf<Row extends { difference: number }>(lines: readonly Row[]): Row[] {
  return lines.filter(({ difference }) => difference !== 0);
}

/** What G-45 reads. */
export function reconciledFacts(lines: readonly LedgerDifference[]): Facts {
  const open = differencesOf(lines);
  return { counted: true, differences: open.length, amount: open.reduce((sum, { difference }) => sum + Math.abs(difference), 0) };
}

/** Draws the month's sheet. Refuses with MonthNotOver, MonthClosed, ClosingUnderWay. */
export function drawClosing(month: Month): Decide<{ closing: string }> {
  return async (read, moment) => {
    if (month >= monthOf(moment.today)) return refuse('MonthNotOver', { month });
    if ((await read.balance(`closed/${month}`)) > 0) return refuse('MonthClosed', { month });
    const waiting = await underWay(read, month);
    if (waiting) return refuse('ClosingUnderWay', { no: waiting });
    const { contracts, lines } = await compareMonth(read, month);
    const before = await compareMonth(read, addMonths(month, -1));
    const collected = collectedIn(lines);
    const collectedInMonth = collected - collectedIn(before.lines);
    const rate = threshold(moment.policy.parameters, 'commission.department_rate');
    const body: Closing = {
      month,
      contracts,
      lines,
      differences: differencesOf(lines).length,
      collected,
      collectedInMonth,
      rate,
      accrued: shareOf(collectedInMonth, rate),
    };
    const made = commitNew(closing, body, moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: { closing: made.value.id } }) : made;
  };
}

/** Finance's figure: what is in the safe. */
function collectedIn(lines: readonly LedgerDifference[]): number {
  return lines.reduce((sum, { measure, finance }) => (measure === 'collected' ? sum + finance : sum), 0);
}

async function underWay(read: Reader, month: Month): Promise<string | null> {
  for (const status of ['drawn', 'salesSigned']) {
    const found = (await read.all({ kind: closing.kind, status })).rows.find((row) => closing.read(row).body.month === month);
    if (found) return found.no;
  }
  return null;
}

/** The head of sales signs. Refuses with NotFound, LedgersMoved, or Blocked by G-45. */
export function signClosingForSales(id: string, overrides: Overrides = {}): Decide {
  return sign(id, 'salesSigned', overrides);
}

/** Finance signs after sales and closes the month; never the one who signed for sales. Refuses likewise. */
export function signClosingForFinance(id: string, overrides: Overrides = {}): Decide {
  return sign(id, 'financeSigned', overrides);
}

function sign(id: string, step: 'salesSigned' | 'financeSigned', overrides: Overrides): Decide {
  return async (read, moment) => {
    const sheet = await readAs(read, closing, id);
    if (!sheet) return refuse('NotFound', { id });
    const { lines } = await compareMonth(read, sheet.body.month);
    // What is signed is what stands on the sheet; a ledger that moved since gets another sheet.
    if (JSON.stringify(lines.map(figures)) !== JSON.stringify(sheet.body.lines.map(figures)))
      return refuse('LedgersMoved', { no: sheet.no });
    const signed = act(closing, sheet, step, {}, moment, { 'G-45': reconciledFacts(lines) }, overrides);
    return signed.ok ? ok({ records: [untyped(signed.value)], answer: null }) : signed;
  };
}

function figures({ contract: id, measure, sales, finance }: LedgerDifference): readonly (string | number)[] {
  return [id, measure, sales, finance];
}

/** Refuses with ReasonMissing. */
export function withdrawClosing(id: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(closing, id, 'withdrawn', { data: { reason: reason.trim() } })(read, moment);
}

/** Whether a month that was closed still agrees with the papers: something of that month may have come from another desk since. */
export async function closingDrift(read: Reader, sheet: DocumentRecord<Closing>): Promise<LedgerDifference[]> {
  const { lines } = await compareMonth(read, sheet.body.month);
  const signed = new Map(sheet.body.lines.map((line) => [`${line.contract}/${line.measure}`, line]));
  return lines.filter((line) => {
    const was = signed.get(`${line.contract}/${line.measure}`);
    return was?.sales !== line.sales || was.finance !== line.finance;
  });
}
