import { useTranslation } from '#renderer/ui/i18n.ts';
import { supplier, type Supplier } from '#shared/modules/supplier/module.ts';
import { saveSupplier, withdrawSupplier } from '#shared/modules/supplier/rules.ts';
import { MasterTab } from './MasterTab.tsx';

const empty: Supplier = { name: '', code: '', contact: '', phone: '', address: '' };

/** Whom missing goods are bought from. */
export function SuppliersTab() {
  const { t } = useTranslation();
  return (
    <MasterTab
      module={supplier}
      title={t('settings.tabs.suppliers')}
      add={t('settings.suppliers.add')}
      saved={(name) => t('settings.suppliers.saved', { name })}
      empty={empty}
      fields={(['name', 'code', 'contact', 'phone', 'address'] as const).map((key) => ({ key, label: t(`settings.suppliers.${key}`) }))}
      save={saveSupplier}
      steps={[{ status: 'active', label: t('settings.places.close'), danger: true, decide: withdrawSupplier }]}
    />
  );
}
