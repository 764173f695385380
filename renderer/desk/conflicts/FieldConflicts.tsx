import { useTranslation } from '#renderer/ui/i18n.ts';
import { dayOf, timeOf } from '#shared/core/calendar.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import { chosenOf, foldBody, type ConflictChoice, type FieldConflict } from '#shared/documents/edited-body.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { settleConflict } from '#shared/modules/settle-conflict.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { notify } from '../../ui/notify.tsx';
import { RefusalView } from '../../ui/RefusalView.tsx';
import { useDesk } from '../desk.ts';
import { pathOf } from '../paths.ts';
import { useAct } from '../use-act.ts';
import { useStaff } from '../use-staff.ts';
import { useWords } from '../words.ts';
import { useConflictValue } from './use-conflict-value.ts';
import classes from './FieldConflicts.module.css';

export interface FieldConflictsProps {
  record: Pick<AnyRecord, 'id' | 'kind' | 'title' | 'events'>;
  /** In a list of records: named and linked. */
  named?: boolean;
}

/** The value that stands first: it is the one most people will have seen. */
const choices: readonly ConflictChoice[] = ['second', 'first', 'original'];

/** Fields two people changed without seeing each other's change: what stands, the other value, what was there before, and a choice. */
export function FieldConflicts({ record, named = false }: FieldConflictsProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { act, refusal } = useAct();
  const { conflicts } = foldBody(record.events);
  if (conflicts.length === 0) return null;
  const title = t('sync.conflicts.fields', { count: conflicts.length });
  const keep = async (field: string, choice: ConflictChoice) => {
    if (await act(settleConflict(record.id, field, choice))) {
      notify.done(t('sync.conflicts.settled', { field: words.field(record.kind, field) }));
    }
  };
  return (
    <section className={classes.notice} aria-label={named ? `${words.kind(record.kind)} ${record.title}` : title}>
      <h2 className={classes.title}>
        {named ? (
          <>
            {words.kind(record.kind)} <a href={`#${pathOf(record)}`}>{record.title}</a>
          </>
        ) : (
          title
        )}
      </h2>
      {!named && <p className={classes.hint}>{t('sync.conflicts.hint')}</p>}
      {refusal !== null && <RefusalView refusal={refusal} />}
      {conflicts.map((conflict) => (
        <ConflictRow key={conflict.field} kind={record.kind} conflict={conflict} onKeep={(choice) => keep(conflict.field, choice)} />
      ))}
    </section>
  );
}

interface ConflictRowProps {
  kind: string;
  conflict: FieldConflict;
  onKeep: (choice: ConflictChoice) => Promise<void>;
}

function ConflictRow({ kind, conflict, onKeep }: ConflictRowProps) {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  const say = useConflictValue(kind, conflict);
  const at = (event: string): string => {
    const when = hlcMilliseconds(event);
    return `${dayOf(when, settings.offsetMinutes).slice(5)} ${timeOf(when, settings.offsetMinutes)}`;
  };
  const labels = { second: t('sync.conflicts.current'), first: t('sync.conflicts.other'), original: t('sync.conflicts.original') };
  return (
    <div className={classes.row} role="group" aria-label={words.field(kind, conflict.field)}>
      <div className={classes.field}>{words.field(kind, conflict.field)}</div>
      {choices.map((choice) => (
        <div key={choice} className={classes.choice} role="group" aria-label={labels[choice]}>
          <span>
            <span className={classes.meta}>{labels[choice]}</span>
            <span className={classes.value}>{say(chosenOf(conflict, choice))}</span>
            {choice !== 'original' && (
              <span className={classes.meta}>
                {nameOf(conflict[choice].by)} {at(conflict[choice].event)}
              </span>
            )}
          </span>
          <ActionButton size="xs" variant="default" onAct={() => onKeep(choice)}>
            {t('sync.conflicts.keep')}
          </ActionButton>
        </div>
      ))}
    </div>
  );
}
