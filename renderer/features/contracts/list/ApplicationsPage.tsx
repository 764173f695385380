import { useTranslation } from '#renderer/ui/i18n.ts';
import { application } from '#shared/modules/application/module.ts';
import { TermsList } from './TermsList.tsx';

const statuses = ['drafted', 'submitted', 'returned', 'approved', 'used', 'refused', 'withdrawn'] as const;

/** All contract applications (CON-01). */
export function ApplicationsPage() {
  const { t } = useTranslation();
  return (
    <TermsList
      module={application}
      title={t('contracts.list.applications')}
      statuses={statuses}
      emptyHint={t('contracts.list.applicationsHint')}
    />
  );
}
