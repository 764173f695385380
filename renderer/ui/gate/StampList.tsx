import { useTranslation } from '#renderer/ui/i18n.ts';
import type { GateStamp } from '#shared/documents/record.ts';
import { dynamicWords } from '../dynamic-words.ts';
import { StatusBadge } from '../StatusBadge.tsx';
import type { Tone } from '../tone.ts';
import { explainValues } from './explain-values.ts';
import classes from './stamp.module.css';

export interface StampListProps {
  stamp: readonly GateStamp[];
  nameOf: (staffId: string) => string;
}

const TONES: Record<GateStamp['result'], Tone> = { passed: 'good', warned: 'warn', overridden: 'warn', blocked: 'bad' };

/** The rules as they were when the step was done, with what they read. */
export function StampList({ stamp, nameOf }: StampListProps) {
  const { t } = useTranslation();
  return (
    <ul className={classes.list}>
      {stamp.map(({ gate, version, result, facts, overriddenBy, reason }) => (
        <li key={gate} className={classes.item}>
          <div className={classes.head}>
            <StatusBadge tone={TONES[result]} label={t(`common.gate.${result}`)} />
            <span>{dynamicWords(`gates.${gate}.title`) ?? gate}</span>
            <span className={classes.rule}>{t('common.gate.rule', { gate, version })}</span>
          </div>
          {overriddenBy !== undefined && (
            <p className={classes.release}>{t('common.gate.releasedBy', { name: nameOf(overriddenBy), reason: reason ?? '' })}</p>
          )}
          <p className={classes.facts}>{factWords(gate, facts)}</p>
        </li>
      ))}
    </ul>
  );

  function factWords(gate: string, facts: GateStamp['facts']): string {
    const told = Object.entries(facts).map(([key, value]) => {
      const name = dynamicWords(`gates.fact.${key}`) ?? dynamicWords(`gates.condition.${key}`) ?? key;
      if (typeof value === 'boolean') return `${name} ${value ? '✓' : '✗'}`;
      return `${name} ${explainValues(gate, { [key]: value })[key]}`;
    });
    return told.join(' · ');
  }
}
