/** What the guard of one database checks by. Built with Node from the registry and put into the design document as JSON. */
import type { DerivedField } from '#shared/documents/module.ts';
import { companyKinds, HEAD_OFFICE_ROLE, JUDGE_DESK, JUDGE_ROLE, judgeKinds } from '#shared/exchange/books.ts';
import { CENTRE_NOTE, deskNoteId, OVERVIEW_NOTE } from '#shared/exchange/centre-notes.ts';
import { modules } from '#shared/modules/registry.ts';
import { verdict } from '#shared/modules/verdict/module.ts';

export interface KindRules {
  v: number;
  editable: boolean;
  numberType: string;
  derives: readonly DerivedField[];
}

export interface GuardRules {
  book: 'branch' | 'company' | 'files';
  /** Code of the branch; in the company's book of the head office, '' while there is none. */
  branch: string;
  kinds: Readonly<Record<string, KindRules>>;
  companyKinds: readonly string[];
  judgeKinds: readonly string[];
  judgeDesk: string;
  judgeRole: string;
  /** Events a desk may add to a verdict. */
  decisions: readonly string[];
  headOfficeRole: string;
  centreNote: string;
  overviewNote: string;
  /** Followed by the desk code. */
  deskNotes: string;
  /** Bytes of a document and of a note. */
  mostBytes: number;
  mostNoteBytes: number;
  /** Milliseconds an event may be ahead of the server's clock. */
  mostAhead: number;
}

const DAY = 86_400_000;

export function guardRules(book: GuardRules['book'], branch: string): GuardRules {
  return {
    book,
    branch,
    kinds: Object.fromEntries(
      modules.map(({ kind, v, editable, numberType, derives }) => [kind, { v, editable, numberType, derives: [...derives] }]),
    ),
    companyKinds,
    judgeKinds,
    judgeDesk: JUDGE_DESK,
    judgeRole: JUDGE_ROLE,
    decisions: Object.keys(verdict.lifecycle.steps).filter((step) => (verdict.lifecycle.steps[step]?.by.length ?? 0) > 0),
    headOfficeRole: HEAD_OFFICE_ROLE,
    centreNote: CENTRE_NOTE,
    overviewNote: OVERVIEW_NOTE,
    deskNotes: deskNoteId(''),
    mostBytes: 1_048_576,
    mostNoteBytes: 4_096,
    mostAhead: DAY,
  };
}
