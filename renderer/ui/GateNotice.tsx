import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { GateOutcome } from '#shared/policy/gate.ts';
import { dynamicWords } from './dynamic-words.ts';
import { explainValues } from './gate/explain-values.ts';
import classes from './gate/gate.module.css';
import type { Release } from './gate/release.ts';
import { ReleaseForm } from './gate/ReleaseForm.tsx';
import tones from './tones.module.css';

export type { Release } from './gate/release.ts';

export interface GateNoticeProps {
  /** All outcomes of a step; those that passed are not shown. */
  outcomes: readonly GateOutcome[];
  /** Lets those who may release the blocked ones. */
  release?: Release | undefined;
}

/** Why a step is not possible: the rule, its numbers, the way out, who could let it pass. */
export function GateNotice({ outcomes, release }: GateNoticeProps) {
  const { t } = useTranslation();
  const shown = outcomes.filter((outcome) => outcome.result === 'blocked' || outcome.result === 'warned');
  if (shown.length === 0) return null;
  const blocked = shown.filter((outcome) => outcome.result === 'blocked');
  return (
    <div className={classes.notice} role="group" aria-label={t('common.gate.heading')}>
      {/* Read out when it appears; the form below is not part of it, or every key typed there would be. */}
      <div className={classes.notice} role={blocked.length > 0 ? 'alert' : undefined}>
        {shown.map((outcome) => (
          <GateLine key={outcome.gate} outcome={outcome} />
        ))}
      </div>
      {release !== undefined && blocked.length > 0 && blocked.every((outcome) => outcome.override.length > 0) && (
        <ReleaseForm outcomes={blocked} release={release} />
      )}
    </div>
  );
}

function GateLine({ outcome }: { outcome: GateOutcome }) {
  const { t } = useTranslation();
  const { gate, result, override } = outcome;
  const values = explainValues(gate, outcome.values);
  const isBlocked = result === 'blocked';
  const Icon = isBlocked ? IconBan : IconAlertTriangle;
  const wayOut = dynamicWords(`gates.${gate}.wayOut`, values);
  const who = override.map((role) => t(`common.role.${role}`)).join(t('common.listSeparator'));
  return (
    <div className={`${classes.line} ${tones[isBlocked ? 'bad' : 'warn']}`}>
      <Icon className={classes.icon} size={18} stroke={1.8} aria-hidden="true" />
      <div className={classes.words}>
        <h3 className={classes.title}>
          {dynamicWords(`gates.${gate}.title`, values) ?? gate}
          <span className={classes.tag}>
            {t(isBlocked ? 'common.gate.blocked' : 'common.gate.warned')} · {gate}
          </span>
        </h3>
        <p className={classes.text}>{dynamicWords(`gates.${gate}.blocked`, values) ?? plainValues(values)}</p>
        {wayOut !== null && (
          <p className={classes.way}>
            <b>{t('common.gate.wayOut')}</b> {wayOut}
          </p>
        )}
        {isBlocked && who !== '' && <p className={classes.way}>{t('common.gate.overrideBy', { who })}</p>}
      </div>
    </div>
  );
}

/** A rule without words still shows its numbers. */
function plainValues(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key} ${value}`)
    .join(' · ');
}
