import { Alert } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Customer } from '#shared/modules/customer/module.ts';

/** This file was put into another one; papers of both are found there. */
export function MergedAway({ record }: { record: DocumentRecord<Customer> }) {
  const { t } = useTranslation();
  const into = record.events.findLast((event) => event.type === 'merged')?.data.into;
  return (
    <Alert color="yellow" mb="md">
      {t('customers.file.mergedInto')} {typeof into === 'string' && <a href={`#/customers/${into}`}>{t('customers.file.openKept')}</a>}
    </Alert>
  );
}
