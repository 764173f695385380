import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Blocked } from '#shared/documents/act.ts';
import { dynamicWords } from './dynamic-words.ts';
import { explainValues } from './gate/explain-values.ts';
import classes from './gate/gate.module.css';
import type { Release } from './gate/release.ts';
import { GateNotice } from './GateNotice.tsx';
import { translate } from './i18n.ts';
import tones from './tones.module.css';

export interface RefusalViewProps {
  refusal: Blocked;
  release?: Release;
}

/** Why something was not done: rules with their numbers, or one sentence. */
export function RefusalView({ refusal, release }: RefusalViewProps) {
  // Follows the language.
  useTranslation();
  if (refusal.code === 'Blocked' && refusal.outcomes !== undefined) return <GateNotice outcomes={refusal.outcomes} release={release} />;
  return (
    <div className={`${classes.line} ${classes.sentence} ${tones.bad}`} role="alert">
      <IconAlertCircle className={classes.icon} size={18} stroke={1.8} aria-hidden="true" />
      <p className={classes.text}>{refusalWords(refusal)}</p>
    </div>
  );
}

/** The same as one sentence, for messages in the corner. */
export function refusalWords(refusal: Blocked): string {
  const first = refusal.outcomes?.find((outcome) => outcome.result === 'blocked');
  if (first !== undefined) {
    const values = explainValues(first.gate, first.values);
    return dynamicWords(`gates.${first.gate}.blocked`, values) ?? dynamicWords(`gates.${first.gate}.title`, values) ?? first.gate;
  }
  const values = explainValues(refusal.code, refusal.values ?? {});
  return dynamicWords(`refusals.${refusal.code}`, values) ?? translate('common.refused', { code: refusal.code });
}
