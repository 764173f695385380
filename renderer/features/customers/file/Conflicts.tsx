import { Button } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { dayOf, timeOf } from '#shared/core/calendar.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import { formatFen } from '#shared/core/money.ts';
import { foldBody, type FieldConflict } from '#shared/documents/edited-body.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { settleCustomer } from '#shared/modules/customer/settle.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import classes from './Conflicts.module.css';

/** Fields two people changed without seeing each other's change: both values, and a choice. */
export function Conflicts({ record }: { record: DocumentRecord<Customer> }) {
  const { t } = useTranslation();
  const { act, refusal } = useAct();
  const { conflicts } = foldBody(record.events);
  if (conflicts.length === 0) return null;
  return (
    <section className={classes.notice} aria-label={t('customers.conflicts.title', { count: conflicts.length })}>
      <h2 className={classes.title}>{t('customers.conflicts.title', { count: conflicts.length })}</h2>
      <p className={classes.hint}>{t('customers.conflicts.hint')}</p>
      {refusal !== null && <RefusalView refusal={refusal} />}
      {conflicts.map((conflict) => (
        <ConflictRow key={conflict.field} conflict={conflict} onKeep={(keep) => act(settleCustomer(record.id, conflict.field, keep))} />
      ))}
    </section>
  );
}

interface ConflictRowProps {
  conflict: FieldConflict;
  onKeep: (keep: 'first' | 'second') => void;
}

function ConflictRow({ conflict, onKeep }: ConflictRowProps) {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  const say = (value: unknown): string => {
    if (value === '' || value === null || value === undefined) return t('customers.conflicts.nothing');
    const type = customer.fields[conflict.field];
    if (type === 'money' && typeof value === 'number') return `¥${formatFen(value)}`;
    return type === 'choice' ? words.value(conflict.field, String(value)) : String(value);
  };
  const at = (event: string): string => {
    const when = hlcMilliseconds(event);
    return `${dayOf(when, settings.offsetMinutes).slice(5)} ${timeOf(when, settings.offsetMinutes)}`;
  };
  return (
    <div className={classes.row}>
      <div className={classes.field}>
        {words.field('customer', conflict.field)}
        <span className={classes.meta}>
          {t('customers.conflicts.before')} {say(conflict.original)}
        </span>
      </div>
      {(['first', 'second'] as const).map((which) => {
        const { value, by, event } = conflict[which];
        return (
          <div key={which} className={classes.choice}>
            <span className={classes.value}>{say(value)}</span>
            <span className={classes.meta}>
              {nameOf(by)} {at(event)}
            </span>
            <Button size="xs" variant="default" onClick={() => onKeep(which)}>
              {t('customers.conflicts.keep')}
            </Button>
          </div>
        );
      })}
    </div>
  );
}
