import type { Translate } from '#renderer/ui/i18n.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';

export type CustomerField = keyof Customer;
export type FieldErrors = Partial<Record<CustomerField, string>>;

/** What the schema has against what was typed, a sentence per field. Empty when it may be saved. */
export function fieldErrors(body: Customer, t: Translate): FieldErrors {
  const parsed = customer.schema.safeParse(body);
  if (parsed.success) return {};
  const errors: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path[0] as CustomerField;
    errors[field] ??=
      issue.code === 'too_small' && issue.minimum === 1
        ? t('common.required')
        : issue.code === 'too_big' && issue.origin === 'string'
          ? t('customers.form.tooLong', { limit: Number(issue.maximum) })
          : t('customers.form.notAllowed');
  }
  return errors;
}
