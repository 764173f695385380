import { useTranslation } from '#renderer/ui/i18n.ts';
import { useWords } from '#renderer/desk/words.ts';
import { location, locationTypes, type Location } from '#shared/modules/location/module.ts';
import { closeLocation, reopenLocation, saveLocation } from '#shared/modules/location/rules.ts';
import { MasterTab } from './MasterTab.tsx';

const empty: Location = { name: '', code: '', type: 'warehouse', address: '', phone: '' };

/** Where stock lies (STK-01). The shop's address and telephone stand on its papers. */
export function PlacesTab() {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <MasterTab
      module={location}
      title={t('settings.tabs.places')}
      add={t('settings.places.add')}
      saved={(name) => t('settings.places.saved', { name })}
      empty={empty}
      fields={[
        { key: 'name', label: t('settings.places.name') },
        { key: 'code', label: t('settings.places.code') },
        {
          key: 'type',
          label: t('settings.places.type'),
          choices: locationTypes.map((value) => ({ value, label: words.value('type', value) })),
        },
        { key: 'address', label: t('settings.places.address') },
        { key: 'phone', label: t('settings.places.phone') },
      ]}
      save={saveLocation}
      steps={[
        { status: 'open', label: t('settings.places.close'), danger: true, decide: closeLocation },
        { status: 'closed', label: t('settings.places.reopen'), decide: reopenLocation },
      ]}
    />
  );
}
