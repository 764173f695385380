/** A desk that is joined, with a verdict if asked: for tests of the sync centre. */
import { configure } from '@testing-library/react';
import { vi } from 'vitest';
import type { AnyRecord } from '#shared/documents/record.ts';
import { seal } from '#shared/modules/registry.ts';
import { emptyJudgement, type Judgement } from '#shared/modules/verdict/judgement.ts';
import { verdictId } from '#shared/modules/verdict/module.ts';
import type { CentreStatus } from '#shared/host/contract.ts';

configure({ asyncUtilTimeout: 15_000, defaultHidden: true });
vi.setConfig({ testTimeout: 90_000 });

/** 09:41 in China on the shop's day. */
export const AT = Date.UTC(2026, 10, 24, 1, 41);

export const joined: Partial<CentreStatus> = { phase: 'idle', url: 'https://centre.example', lastComplete: AT };

/** What the judge wrote about a paper. */
export function aVerdict(paper: AnyRecord, type: 'opened' | 'returned', judgement: Partial<Judgement> = {}): AnyRecord {
  const id = verdictId(paper.id);
  const at = String(AT).padStart(13, '0');
  return seal({
    id,
    kind: 'verdict',
    v: 1,
    no: '',
    branch: paper.branch,
    desk: 'JUDGE',
    owner: paper.owner,
    party: paper.party,
    source: paper.id,
    day: paper.day,
    seek: '',
    status: 'open',
    amount: 0,
    title: '',
    body: { judged: paper.id, judgedKind: paper.kind, judgedNo: paper.no },
    events: [
      { id: `${at}-0000-JUDGE`, by: 'JUDGE', desk: 'JUDGE', type: 'committed', data: {} },
      { id: `${at}-0001-JUDGE`, by: 'JUDGE', desk: 'JUDGE', type, data: { ...emptyJudgement, ...judgement } },
    ],
  });
}
