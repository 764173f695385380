import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { GateOutcome } from '#shared/policy/gate.ts';
import { ActionButton } from '../ActionButton.tsx';
import classes from './gate.module.css';
import { isLongEnough, overridesOf, releasersOf, type Release } from './release.ts';

export interface ReleaseFormProps {
  outcomes: readonly GateOutcome[];
  release: Release;
}

/** Reason, and when the person signed in may not release: who may, with that person's PIN. Shows nothing when nobody here may. */
export function ReleaseForm({ outcomes, release }: ReleaseFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [personId, setPersonId] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const [pinProblem, setPinProblem] = useState('');

  const { actor, onRelease, verify } = release;
  const alone = releasersOf(outcomes, [actor]).length > 0;
  const others = verify === undefined ? [] : releasersOf(outcomes, release.others ?? []);
  if (!alone && others.length === 0) return null;
  const person = alone ? actor : (others.find((other) => other.id === personId) ?? (others.length === 1 ? others[0] : undefined));

  const blocked = (): string | undefined => {
    if (!isLongEnough(reason)) return t('common.gate.reasonHint');
    if (person === undefined) return t('common.gate.person');
    return alone || /^\d{4,12}$/.test(pin) ? undefined : t('common.gate.pin', { name: person.name });
  };
  const act = async () => {
    if (person === undefined) return;
    if (!alone && verify !== undefined) {
      const answer = await verify(person.id, pin);
      setPin('');
      if (!answer.right) {
        setPinProblem(
          answer.waitSeconds > 0
            ? t('common.gate.pinWait', { seconds: answer.waitSeconds })
            : t('common.gate.pinWrong', { count: answer.triesLeft }),
        );
        return;
      }
    }
    await onRelease(overridesOf(outcomes, { by: person, reason: reason.trim() }));
  };

  return (
    <div className={classes.release}>
      <h4 className={classes.releaseTitle}>{t('common.gate.override')}</h4>
      <Textarea
        label={t('common.gate.reason')}
        description={t('common.gate.reasonHint')}
        value={reason}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {!alone && (
        <div className={classes.person}>
          <Select
            label={t('common.gate.person')}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={person?.id ?? null}
            onChange={setPersonId}
            allowDeselect={false}
            required
          />
          <TextInput
            type="password"
            label={person === undefined ? t('common.pin.label') : t('common.gate.pin', { name: person.name })}
            value={pin}
            error={pinProblem === '' ? undefined : pinProblem}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            required
            onChange={(event) => {
              setPin(event.currentTarget.value.normalize('NFKC').replace(/\D/g, ''));
              setPinProblem('');
            }}
          />
        </div>
      )}
      <div>
        <ActionButton onAct={act} blocked={blocked()} color="orange" variant="light">
          {t('common.gate.release')}
        </ActionButton>
      </div>
    </div>
  );
}
