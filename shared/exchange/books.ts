/**
 * Where a document lives at the centre. One CouchDB database per branch, one for the company, one per branch for files (design 5).
 * A document's place follows from its kind and its branch, both frozen, so it never moves.
 */
import type { AnyRecord } from '#shared/documents/record.ts';

export type BookName = 'company' | 'branch';

/** Master data that the head office keeps for all branches; the same kinds made at a branch stay that branch's own. */
export const companyKinds: readonly string[] = ['product', 'supplier', 'staff', 'policy'];

export const COMPANY_DATABASE = 'bd-company';
/** Pieces handed out by any branch. The judge's own: it follows from the branches' books, so no backup has it, and no desk reads it. */
export const PIECES_DATABASE = 'judge-pieces';
/** The desk code verdicts are signed with. No desk can have it: desk codes begin with a branch code. */
export const JUDGE_DESK = 'JUDGE';
/** Written by the judge only. */
export const judgeKinds: readonly string[] = ['verdict'];

export function branchDatabase(branchCode: string): string {
  return `bd-branch-${branchCode.toLowerCase()}`;
}

export function filesDatabase(branchCode: string): string {
  return `bd-files-${branchCode.toLowerCase()}`;
}

/** @param headOffice code of the branch that is the head office, '' when the company has none yet */
export function bookOf(record: Pick<AnyRecord, 'kind' | 'branch'>, headOffice: string): BookName {
  return record.branch !== '' && record.branch === headOffice && companyKinds.includes(record.kind) ? 'company' : 'branch';
}

/** CouchDB roles (not posts: a CouchDB user is a desk, people sign inside the documents). */
export const branchRole = (branchCode: string): string => `branch:${branchCode}`;
export const deskRole = (deskCode: string): string => `desk:${deskCode}`;
/** Every desk has it: reads the company's book and changes its own password. */
export const DESK_ROLE = 'desk';
/** May write the company book. */
export const HEAD_OFFICE_ROLE = 'head-office';
export const JUDGE_ROLE = 'judge';
