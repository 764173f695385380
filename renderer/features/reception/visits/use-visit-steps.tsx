import { useState, type ReactNode } from 'react';
import type { Blocked } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Visit } from '#shared/modules/visit/module.ts';
import { askVisit, greetVisit, seeOffVisit } from '#shared/modules/visit/rules.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { AskDialog } from './AskDialog.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import type { Phase } from './read-visit.ts';

export interface VisitSteps {
  step: (record: DocumentRecord<Visit>, phase: Phase) => void;
  refusal: Blocked | null;
  /** Put it anywhere on the page. */
  dialogs: ReactNode;
}

/**
 * Takes a visit through its phases. Greeting and seeing off are one click; asking is one when the need is known already;
 * the follow-up is a dialog.
 */
export function useVisitSteps(): VisitSteps {
  const { act, refusal } = useAct();
  const [asking, setAsking] = useState<DocumentRecord<Visit> | null>(null);
  const [closing, setClosing] = useState<DocumentRecord<Visit> | null>(null);
  return {
    refusal,
    step: (record, phase) => {
      if (phase === 'greeted') void act(greetVisit(record.id));
      else if (phase === 'seen-off') void act(seeOffVisit(record.id));
      else if (phase === 'closed') setClosing(record);
      else if (record.body.need === '') setAsking(record);
      else void act(askVisit(record.id, { need: record.body.need, budget: '', products: [] }));
    },
    dialogs: (
      <>
        {asking !== null && <AskDialog key={asking.id} record={asking} onClose={() => setAsking(null)} />}
        {closing !== null && <CloseDialog key={closing.id} record={closing} onClose={() => setClosing(null)} />}
      </>
    ),
  };
}
