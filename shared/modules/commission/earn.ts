/** What collected money earns and what comes off again; pure arithmetic in fen. */
import { divideRounded, shareOf, type Fen } from '#shared/core/money.ts';

export interface OnSheets {
  /** Collected money that is on sheets already, and the commission on it. */
  base: Fen;
  commission: Fen;
}

/**
 * Commission on what was collected since the last sheet. Where money went back, its share of what was earned so far is taken back (claw-back):
 * all of it when all the money is gone, so that the sheets of a contract never come to less than nothing.
 * @param rate ten-thousandths
 */
export function commissionOn(collected: Fen, before: OnSheets, rate: number): { collected: Fen; commission: Fen } {
  const since = Math.max(0, collected) - before.base;
  if (since >= 0) return { collected: since, commission: shareOf(since, rate) };
  const back = divideRounded(BigInt(before.commission) * BigInt(-since), BigInt(before.base));
  return { collected: since, commission: back === 0 ? 0 : -back };
}

export interface ContractShare {
  commission: Fen;
  /** Overdue money of the contract that is old enough to be set off. */
  overdue: Fen;
  /** Held back on earlier sheets. */
  withheld: Fen;
}

/**
 * Set-off of overdue money against the sheet (S5.20): what is held back of a contract grows up to its overdue money, as far as the sheet
 * earns anything, and is given free again once the customer has paid. Parts in the order given.
 */
export function setOff(lines: readonly ContractShare[]): Fen[] {
  const freed = lines.map(({ overdue, withheld }) => Math.min(0, overdue - withheld));
  let left = Math.max(0, lines.reduce((sum, { commission }) => sum + commission, 0) - freed.reduce((sum, part) => sum + part, 0));
  return lines.map(({ overdue, withheld }, index) => {
    const less = freed[index] ?? 0;
    if (less < 0) return less;
    const held = Math.min(left, overdue - withheld);
    left -= held;
    return held;
  });
}

/**
 * What of a salesperson's own concessions comes off a sheet: as much as it pays, the rest off a later one; what was signed since it came off
 * is given back.
 * @param open own concessions not paid for yet; negative: more was taken than is owed
 */
export function concededOff(open: Fen, payable: Fen): Fen {
  return open <= 0 ? open : Math.min(open, Math.max(0, payable));
}
