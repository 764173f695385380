import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Parameters } from '#shared/policy/gate.ts';
import { policyDefaults } from '#shared/policy/parameters.ts';
import { groups, limitsOf, unitOf, useLimitWords, type LimitValue } from '../limits.ts';
import { LimitField } from './LimitField.tsx';
import classes from '../policy.module.css';

interface LimitsSectionProps {
  parameters: Parameters;
  onChange: (name: string, value: LimitValue) => void;
}

/** Every limit the rules know, by subject; found by its name. */
export function LimitsSection({ parameters, onChange }: LimitsSectionProps) {
  const { t } = useTranslation();
  const words = useLimitWords();
  const [text, setText] = useState('');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const valueOf = (name: string): LimitValue => parameters[name] ?? policyDefaults[name] ?? '';
  const matches = (group: string, name: string) =>
    (text.trim() === '' || `${words.group(group)} ${words.label(name)} ${name}`.toLowerCase().includes(text.trim().toLowerCase())) &&
    (!onlyChanged || valueOf(name) !== policyDefaults[name]);
  const shown = groups
    .map((group) => ({ group, names: limitsOf(group).filter((name) => matches(group, name)) }))
    .filter(({ names }) => names.length > 0);
  return (
    <Section
      title={t('policy.edit.parameters')}
      actions={
        <span className={classes.tools}>
          <Checkbox
            label={t('policy.edit.onlyChanged')}
            checked={onlyChanged}
            onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
          />
          <TextInput
            aria-label={t('policy.edit.find')}
            placeholder={t('policy.edit.find')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </span>
      }
    >
      {shown.length === 0 && <p className={classes.hint}>{t('policy.edit.noneFound')}</p>}
      <div className={classes.groups}>
        {shown.map(({ group, names }) => (
          <div key={group} role="group" aria-label={words.group(group)}>
            <h3 className={classes.group}>{words.group(group)}</h3>
            <FormGrid columns={2}>
              {names.map((name) => {
                const field = <LimitField key={name} name={name} value={valueOf(name)} onChange={(value) => onChange(name, value)} />;
                return unitOf(name) === 'matrix' || unitOf(name) === 'standards' ? <WideRow key={name}>{field}</WideRow> : field;
              })}
            </FormGrid>
          </div>
        ))}
      </div>
    </Section>
  );
}
