import { useTranslation } from '#renderer/ui/i18n.ts';
import { contract, isInForce } from '#shared/modules/contract/module.ts';
import { signingStatuses } from './read-totals.ts';
import { TermsList } from './TermsList.tsx';
import { TotalsStrip } from './TotalsStrip.tsx';

const statuses = [...signingStatuses, 'effective', 'performing', 'balanceDue', 'closed', 'returned', 'disputed', 'cancelled'] as const;

/** All contracts with what they come to; the reminder of those that nobody put away (CON-08). */
export function ContractsPage() {
  const { t } = useTranslation();
  return (
    <TermsList
      module={contract}
      title={t('contracts.list.contracts')}
      statuses={statuses}
      groups={[
        { key: 'signing', label: t('contracts.list.signing'), matches: ({ status }) => signingStatuses.some((one) => one === status) },
        { key: 'inForce', label: t('contracts.list.inForce'), matches: ({ status }) => status === 'effective' || status === 'performing' },
        {
          key: 'unarchived',
          label: t('contracts.list.unarchived'),
          matches: ({ status, events }) => isInForce(status) && !events.some(({ type }) => type === 'archived'),
        },
      ]}
      emptyHint={t('contracts.list.contractsHint')}
      above={(onStatus) => <TotalsStrip onStatus={onStatus} />}
    />
  );
}
