import { ok, refuse, type Result } from '#shared/core/result.ts';
import type { Transport } from '#shared/exchange/transport.ts';
import { identitySchema } from '#shared/host/shapes.ts';
import { newCompany, readCompany } from './company.ts';
import { branchCodes, provisionBranch, provisionCentre, type BranchOfCentre } from './provision-centre.ts';

/** Adds a branch, or renames one that is there. The head office is named once: its master data are every branch's. */
export async function addBranch(
  transport: Transport,
  { code, name, isHeadOffice }: BranchOfCentre & { isHeadOffice: boolean },
): Promise<Result<{ isNew: boolean }>> {
  if (!identitySchema.shape.branchCode.safeParse(code).success) return refuse('BranchCodeWrong', { code });
  if (!identitySchema.shape.branchName.safeParse(name).success) return refuse('BranchNameWrong', { name });
  const present = await readCompany(transport);
  const company = present ?? newCompany('');
  if (isHeadOffice && company.headOffice !== '' && company.headOffice !== code) {
    return refuse('HeadOfficeIsAnother', { code: company.headOffice });
  }
  const isNew = !(await branchCodes(transport)).includes(code);
  const next = isHeadOffice ? { ...company, headOffice: code } : company;
  await provisionBranch(transport, next, { code, name });
  // The other branches hear of it only when it concerns them.
  if (present?.headOffice !== next.headOffice) await provisionCentre(transport, next);
  return ok({ isNew });
}
