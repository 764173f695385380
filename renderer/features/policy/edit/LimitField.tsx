import { NumberInput, Switch, TextInput } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { QuantityInput } from '#renderer/ui/QuantityInput.tsx';
import { parseRates } from '#shared/policy/commission-rates.ts';
import { parseStandards } from '#shared/policy/expense-standards.ts';
import { parseMatrix, parsePosts } from '#shared/policy/approvals.ts';
import { policyDefaults } from '#shared/policy/parameters.ts';
import { isMeasured, unitOf, useLimitWords, type LimitValue } from '../limits.ts';

interface LimitFieldProps {
  name: string;
  value: LimitValue;
  onChange: (value: LimitValue) => void;
}

/** One limit, typed in its own unit, with its standard value below. */
export function LimitField({ name, value, onChange }: LimitFieldProps) {
  const { t } = useTranslation();
  const words = useLimitWords();
  const standard = policyDefaults[name] ?? '';
  const unit = unitOf(name);
  const label = words.label(name);
  const usual = t('policy.edit.standard', { value: words.value(name, standard) });
  const description = value === standard ? usual : `${usual} · ${t('policy.edit.changed')}`;
  if (typeof value === 'boolean') {
    return <Switch label={label} description={description} checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />;
  }
  if (typeof value === 'string') {
    const bad =
      unit === 'matrix'
        ? parseMatrix(value) === null
        : unit === 'standards'
          ? parseStandards(value) === null
          : unit === 'rates'
            ? parseRates(value) === null
            : unit === 'posts' && parsePosts(value) === null;
    return (
      <TextInput
        label={label}
        description={(unit === 'matrix' || unit === 'standards') && !bad ? words.value(name, value) : description}
        value={value}
        error={bad ? t('policy.matrix.bad') : undefined}
        title={unit === 'matrix' ? t('policy.matrix.hint') : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  if (unit === 'money') {
    return <MoneyInput label={label} description={description} value={value} min={0} onChange={(next) => onChange(next ?? 0)} />;
  }
  if (unit === 'quantity') {
    return <QuantityInput label={label} description={description} value={value} min={0} onChange={(next) => onChange(next ?? 0)} />;
  }
  if (unit === 'share') {
    return (
      <NumberInput
        label={label}
        description={description}
        value={value / 100}
        min={0}
        max={100}
        decimalScale={2}
        hideControls
        suffix=" %"
        onChange={(next) => onChange(typeof next === 'number' ? Math.round(next * 100) : 0)}
      />
    );
  }
  return (
    <NumberInput
      label={label}
      description={unit === 'basisPoints' ? `${words.value(name, value)} · ${description}` : description}
      value={value}
      min={0}
      allowDecimal={false}
      hideControls
      suffix={isMeasured(unit) ? ` ${t(`policy.units.${unit}`)}` : ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : 0)}
    />
  );
}
