import { Input, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { cardLevels, customerClasses, type Customer } from '#shared/modules/customer/module.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { ParsedInput } from '#renderer/ui/ParsedInput.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { CustomerField, FieldErrors } from './form-errors.ts';

export interface CustomerFieldsProps {
  value: Customer;
  onChange: (changes: Partial<Customer>) => void;
  errors: FieldErrors;
  /** A day or amount that is not one: the form must not be saved while there is any. */
  onProblem: (field: CustomerField, problem: string | null) => void;
  /** Where to begin: the missing item that brought the user here. */
  focus: CustomerField;
}

type TextField = 'name' | 'contact' | 'phone' | 'otherPhone' | 'address' | 'industry' | 'size' | 'web';

/** Every field of a customer's file. */
export function CustomerFields({ value, onChange, errors, onProblem, focus }: CustomerFieldsProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const words = useWords();
  const label = (field: CustomerField) => words.field('customer', field);
  const person = value.type === 'person';

  const text = (field: TextField, required = false) => (
    <TextInput
      label={label(field)}
      value={value[field]}
      error={errors[field]}
      required={required}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
      autoFocus={focus === field}
      inputMode={field === 'phone' || field === 'otherPhone' ? 'tel' : 'text'}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  const long = (field: 'interests' | 'notes') => (
    <Textarea
      label={label(field)}
      value={value[field]}
      error={errors[field]}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
      autoFocus={focus === field}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );

  return (
    <>
      <Section title={t('customers.form.who')}>
        <FormGrid columns={3}>
          <Input.Wrapper label={label('type')} labelElement="div">
            <SegmentedControl
              fullWidth
              aria-label={label('type')}
              value={value.type}
              onChange={(type) => onChange({ type: type === 'person' ? 'person' : 'organisation' })}
              data={(['organisation', 'person'] as const).map((type) => ({ value: type, label: words.value('type', type) }))}
            />
          </Input.Wrapper>
          {text('name', true)}
          {text('phone')}
          {!person && text('contact')}
          {text('otherPhone')}
          {!person && text('industry')}
          {!person && text('size')}
          {text('web')}
          {person && (
            <DayInput
              label={label('birthday')}
              value={value.birthday}
              today={today}
              latest={today}
              error={errors.birthday}
              onChange={(birthday) => onChange({ birthday })}
              onProblem={(problem) => onProblem('birthday', problem)}
            />
          )}
          <WideRow>{text('address')}</WideRow>
        </FormGrid>
      </Section>
      <Section title={t('customers.form.standing')}>
        <FormGrid columns={2}>
          <Input.Wrapper
            label={label('class')}
            labelElement="div"
            description={t(`customers.classHint.${value.class}`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          >
            <SegmentedControl
              fullWidth
              aria-label={label('class')}
              value={value.class}
              onChange={(chosen) => onChange({ class: customerClasses.find((one) => one === chosen) ?? 'ordinary' })}
              data={customerClasses.map((one) => ({ value: one, label: words.value('class', one) }))}
            />
          </Input.Wrapper>
          <Select
            label={label('level')}
            value={value.level}
            allowDeselect={false}
            onChange={(chosen) => onChange({ level: cardLevels.find((one) => one === chosen) ?? '' })}
            data={cardLevels.map((one) => ({ value: one, label: words.value('level', one) || t('customers.noLevel') }))}
          />
          {long('interests')}
          {long('notes')}
        </FormGrid>
      </Section>
      <Section title={t('customers.form.credit')} hint={t('customers.form.creditHint')}>
        <FormGrid columns={3}>
          <MoneyInput
            label={label('creditLimit')}
            // An empty field means no credit: 0 must not stand in the way of what is typed.
            value={value.creditLimit === 0 ? null : value.creditLimit}
            placeholder={t('customers.debts.noCredit')}
            error={errors.creditLimit}
            onChange={(fen) => onChange({ creditLimit: fen ?? 0 })}
            onProblem={(problem) => onProblem('creditLimit', problem)}
          />
          <ParsedInput<number>
            label={label('creditDays')}
            value={value.creditDays}
            nothing={0}
            parse={(typed) => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : null)}
            format={String}
            notUnderstood={t('customers.form.daysNotUnderstood')}
            check={(days) => (days > 365 ? t('common.atMost', { limit: 365 }) : null)}
            unit={t('customers.form.days')}
            align="right"
            inputMode="numeric"
            error={errors.creditDays}
            onChange={(creditDays) => onChange({ creditDays })}
            onProblem={(problem) => onProblem('creditDays', problem)}
          />
        </FormGrid>
      </Section>
    </>
  );
}
