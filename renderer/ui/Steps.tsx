import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './Steps.module.css';

export interface Step {
  key: string;
  label: string;
  state: 'done' | 'current' | 'todo' | 'stopped';
  /** Small, below: who and when. */
  note?: string;
}

/** How far a document has come. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.steps} aria-label={t('common.steps.heading')}>
      {steps.map(({ key, label, state, note }, index) => (
        <li key={key} className={classes.step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
          <span className={classes.mark} aria-hidden="true">
            {state === 'done' ? <IconCheck size={12} stroke={3} /> : state === 'stopped' ? <IconX size={12} stroke={3} /> : index + 1}
          </span>
          <span className={classes.words}>
            <span className={classes.label}>{label}</span>
            <span className={classes.state}>{t(`common.steps.${state}`)}</span>
            {note !== undefined && <span className={classes.note}>{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
