import { NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { QuantityInput } from '#renderer/ui/QuantityInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { formatFen, formatMilli } from '#shared/core/money.ts';
import { policy } from '#shared/modules/policy/module.ts';
import { issuePolicy, policyInForce } from '#shared/modules/policy/rules.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import { policyDefaults } from '#shared/policy/parameters.ts';

/** Every limit of the policy in force; a manager issues the next version. */
export function RulesTab() {
  const { today } = useDesk();
  const inForce = useLive((read) => policyInForce(read, today), [today]);
  return (
    <StateView of={inForce}>{(found) => <PolicyForm key={found.version} version={found.version} kept={found.parameters} />}</StateView>
  );
}

function PolicyForm({ version, kept }: { version: number; kept: Parameters }) {
  const { t } = useTranslation();
  const { holds } = useDesk();
  const go = useGo();
  const { act, refusal } = useAct();
  const before: Parameters = { ...policyDefaults, ...kept };
  const [values, setValues] = useState(before);
  const [note, setNote] = useState('');
  const mayIssue = holds('manager');
  const changed = Object.keys(values).some((name) => values[name] !== before[name]);

  const issue = async () => {
    if (await act(issuePolicy(values, note))) notify.done(t('settings.rules.issued', { version: version + 1 }));
  };

  return (
    <>
      <Section
        title={t('settings.rules.version', { version })}
        hint={t('settings.rules.hint')}
        actions={
          <>
            <ActionButton variant="default" onAct={() => go('/policies')}>
              {t('policy.nav')}
            </ActionButton>
            <ActionButton
              onAct={issue}
              blocked={mayIssue ? (changed ? undefined : t('settings.rules.nothingChanged')) : t('settings.rules.onlyManager')}
            >
              {t('settings.rules.issue', { version: version + 1 })}
            </ActionButton>
          </>
        }
      >
        <FormGrid columns={3}>
          {Object.entries(policyDefaults).map(([name, standard]) => (
            <Parameter
              key={name}
              name={name}
              standard={standard}
              value={values[name] ?? standard}
              disabled={!mayIssue}
              onChange={(value) => setValues({ ...values, [name]: value })}
            />
          ))}
        </FormGrid>
        {changed && (
          <Textarea mt="md" label={t('settings.rules.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        )}
        {refusal !== null && <RefusalView refusal={refusal} />}
      </Section>
      <History />
    </>
  );
}

interface ParameterProps {
  name: string;
  standard: string | number | boolean;
  value: string | number | boolean;
  disabled: boolean;
  onChange: (value: string | number | boolean) => void;
}

/** A limit with its unit: yuan for deposits, a quantity for the tolerance, a clock time, posts, else a plain number or a switch. */
function Parameter({ name, standard, value, disabled, onChange }: ParameterProps) {
  const { t } = useTranslation();
  const usual = t(`gates.parameters.${name}` as never, { defaultValue: name }) as string;
  const label = t(`settings.parameters.${name.replaceAll('.', '_')}` as never, { defaultValue: usual }) as string;
  const shown = (one: string | number | boolean) =>
    typeof one === 'boolean'
      ? t(one ? 'settings.rules.on' : 'settings.rules.off')
      : typeof one === 'string'
        ? one
        : isMoney(name)
          ? formatFen(one)
          : isQuantity(name)
            ? formatMilli(one)
            : isShare(name)
              ? `${one / 100} %`
              : String(one);
  const hint = t('settings.rules.standard', { value: shown(standard) }) + (value === standard ? '' : ` · ${t('settings.rules.changed')}`);
  if (typeof value === 'boolean') {
    return (
      <Switch
        label={label}
        description={hint}
        checked={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  if (typeof value === 'string') {
    return (
      <TextInput
        {...(isClock(standard) ? { placeholder: 'HH:MM', maxLength: 5 } : {})}
        label={label}
        description={hint}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const number = value;
  if (isMoney(name)) {
    return (
      <MoneyInput label={label} description={hint} value={number} min={0} disabled={disabled} onChange={(next) => onChange(next ?? 0)} />
    );
  }
  if (isQuantity(name)) {
    return (
      <QuantityInput label={label} description={hint} value={number} min={0} disabled={disabled} onChange={(next) => onChange(next ?? 0)} />
    );
  }
  // A share of the price is kept in ten-thousandths and said in per cent.
  const scale = isShare(name) ? 100 : 1;
  return (
    <NumberInput
      label={label}
      description={hint}
      value={number / scale}
      min={0}
      decimalScale={scale === 1 ? 0 : 2}
      suffix={scale === 1 ? '' : ' %'}
      disabled={disabled}
      onChange={(next) => onChange(typeof next === 'number' ? Math.round(next * scale) : 0)}
    />
  );
}

function isMoney(name: string): boolean {
  return /^(deposit\.(domestic|imported)_|credit\.limit_)/.test(name);
}

function isShare(name: string): boolean {
  return name.endsWith('_bp');
}

function isClock(standard: string | number | boolean): boolean {
  return /^\d\d:\d\d$/.test(String(standard));
}

function isQuantity(name: string): boolean {
  return name === 'dispatch.qty_tolerance';
}

function History() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const found = useLive(async (read) => (await read.list({ kind: policy.kind, limit: 20 })).rows.map((row) => policy.read(row)), []);
  if (found.state !== 'ready') return null;
  return (
    <Section title={t('settings.rules.history')}>
      {found.value.map((row) => (
        <div key={row.id}>
          {row.title} · <DayText day={row.day} today={today} /> · {nameOf(row.owner)} {row.body.note}
        </div>
      ))}
    </Section>
  );
}
