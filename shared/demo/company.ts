/** The imagined company: one legal person, three branches, each with people, places and a trade of its own. */
import type { Company } from '#shared/modules/company/module.ts';
import type { Role } from '#shared/policy/roles.ts';
import { hangzhou, ningbo, wenzhou } from './branches.ts';

/** PIN of everybody in the demonstration, so that one can sit at any post. */
export const demoPin = '1234';

export interface DemoPerson {
  code: string;
  name: string;
  roles: readonly Role[];
  /** Desk the person's papers come from. */
  desk: 'A' | 'B' | 'C';
}

/** City, district, its roads. */
export type Place = readonly [string, string, readonly string[]];

export interface DemoBranch {
  code: 'HZ01' | 'NB01' | 'WZ01';
  name: string;
  /** As the other branches' suppliers list calls it. */
  tradeName: string;
  address: string;
  phone: string;
  contact: string;
  /** The branch as a legal person: on contracts. */
  details: Company;
  /** Documents for each one of the head branch. */
  share: number;
  people: readonly DemoPerson[];
  locations: readonly { code: string; name: string; type: 'shop' | 'warehouse' | 'centre'; address: string; phone: string }[];
  /** Where its customers are. */
  places: readonly Place[];
  /** Letters of the number plates its carriers have. */
  plates: readonly string[];
  /** How busy a month is, from January. */
  months: readonly number[];
  /** How much it grew in the year, as a part of the average day. */
  growth: number;
  /** Families of goods that sell better, or worse, than elsewhere: by prefix. */
  tilt: Readonly<Record<string, number>>;
}

export const demoCompany = '杭州恒达机电贸易有限公司';

/** The first one is the head branch: it keeps the catalogue, the policy and the suppliers of all. */
export const demoBranches: readonly DemoBranch[] = [hangzhou, ningbo, wenzhou];
export const headBranch: DemoBranch = hangzhou;

/** @throws RangeError for a code no branch has */
export function demoBranch(code: string): DemoBranch {
  const found = demoBranches.find((branch) => branch.code === code);
  if (!found)
    throw new RangeError(`the demonstration has the branches ${demoBranches.map((branch) => branch.code).join(', ')}, not ${code}`);
  return found;
}

/** Identity of the demonstration's own desk. Its papers until today came from the desks A to C; this one is a fresh letter. */
export function demoIdentity(branch: DemoBranch): { company: string; branchCode: string; branchName: string; deskLetter: string } {
  return { company: demoCompany, branchCode: branch.code, branchName: branch.name, deskLetter: 'D' };
}

export const carriers = ['自有车辆', '自有车辆', '德运物流', '安顺专线', '客户派车', '同城货运'] as const;
export const drivers = ['陈师傅', '俞师傅', '毛师傅', '来师傅', '金师傅', '骆师傅'] as const;
