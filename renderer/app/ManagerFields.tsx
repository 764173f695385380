import { TextInput } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { FormGrid } from '../ui/FormGrid.tsx';
import { wrongManager, type FirstManager } from './first-manager.ts';

export interface ManagerFieldsProps {
  value: FirstManager;
  onChange: (value: FirstManager) => void;
  /** Errors are shown once somebody tried to go on. */
  tried: boolean;
}

/** Name, staff number and PIN of a branch's first manager. */
export function ManagerFields({ value, onChange, tried }: ManagerFieldsProps) {
  const { t } = useTranslation();
  const errors = wrongManager(value);
  const field = (name: keyof FirstManager, label: string, hint?: string, type?: 'password') => {
    const wrong = tried ? errors[name] : undefined;
    return (
      <TextInput
        {...(type === undefined ? {} : { type, autoComplete: 'new-password', inputMode: 'numeric' as const })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label={label}
        description={hint}
        value={value[name]}
        onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
        error={wrong === undefined ? undefined : t(wrong)}
      />
    );
  };
  return (
    <FormGrid columns={2}>
      {field('name', t('shell.firstRun.managerName'))}
      {field('staffCode', t('shell.firstRun.staffCode'))}
      {field('pin', t('shell.firstRun.pin'), t('shell.firstRun.pinHint'), 'password')}
      {field('again', t('shell.firstRun.pinAgain'), undefined, 'password')}
    </FormGrid>
  );
}
