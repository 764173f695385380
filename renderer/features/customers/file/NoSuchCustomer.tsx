import { Button } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';

/** The address names a customer that is not in this book. */
export function NoSuchCustomer() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Page title={t('customers.list.title')}>
      <Empty
        title={t('customers.file.notFound')}
        hint={t('customers.file.notFoundHint')}
        action={
          <Button variant="default" onClick={() => go('/customers')}>
            {t('customers.file.backToList')}
          </Button>
        }
      />
    </Page>
  );
}
