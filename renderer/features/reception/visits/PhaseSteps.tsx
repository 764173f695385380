import { useTranslation } from '#renderer/ui/i18n.ts';
import { mayAct } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { visit, type Visit } from '#shared/modules/visit/module.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { refusalWords } from '#renderer/ui/RefusalView.tsx';
import classes from './PhaseSteps.module.css';
import { phaseStates, type Phase } from './read-visit.ts';

export interface PhaseStepsProps {
  record: DocumentRecord<Visit>;
  onStep: (phase: Phase) => void;
}

/** 迎 问 送 追 as four buttons: what was done, what comes next, what may still be taken. */
export function PhaseSteps({ record, onStep }: PhaseStepsProps) {
  const { t } = useTranslation();
  const { actor, settings } = useDesk();
  const { nameOf } = useStaff();
  const states = phaseStates(record, settings.offsetMinutes);
  const next = states.find(({ state }) => state === 'todo')?.phase;
  return (
    <div className={classes.steps} role="group" aria-label={t('reception.phase.legend')}>
      {states.map(({ phase, state, at, by }) => {
        const word = t(`reception.phase.${phase}`);
        if (state !== 'todo') {
          const hint =
            state === 'done'
              ? t('reception.phase.doneAt', { phase: word, time: at, by: nameOf(by) })
              : t('reception.phase.skipped', { phase: word });
          return (
            <span key={phase} className={state === 'done' ? classes.done : classes.skipped} title={hint}>
              {word}
              <span className={classes.unseen}>{hint}</span>
            </span>
          );
        }
        const allowed = mayAct(visit, record, phase, actor);
        const hint = allowed.ok ? t(`reception.phase.${phase}Hint`) : refusalWords(allowed.refusal);
        return (
          <button
            key={phase}
            type="button"
            className={phase === next ? classes.next : classes.todo}
            title={hint}
            aria-label={hint}
            aria-disabled={!allowed.ok}
            onClick={() => allowed.ok && onStep(phase)}
          >
            {word}
          </button>
        );
      })}
    </div>
  );
}
