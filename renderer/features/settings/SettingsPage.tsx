import { Tabs } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { CentreTab } from './CentreTab.tsx';
import { CompanyTab } from './CompanyTab.tsx';
import { DeskTab } from './DeskTab.tsx';
import { PlacesTab } from './PlacesTab.tsx';
import { PrintingTab } from './PrintingTab.tsx';
import { RulesTab } from './RulesTab.tsx';
import { SafetyTab } from './SafetyTab.tsx';
import { StaffTab } from './StaffTab.tsx';
import { SuppliersTab } from './SuppliersTab.tsx';

const tabs = {
  desk: DeskTab,
  centre: CentreTab,
  company: CompanyTab,
  staff: StaffTab,
  places: PlacesTab,
  suppliers: SuppliersTab,
  printing: PrintingTab,
  rules: RulesTab,
  safety: SafetyTab,
};
type Tab = keyof typeof tabs;
const names = Object.keys(tabs) as Tab[];

export function SettingsPage() {
  const { t } = useTranslation();
  const go = useGo();
  const asked = useAddressPart('tab');
  const tab = names.find((name) => name === asked) ?? 'desk';
  const Content = tabs[tab];
  return (
    <Page
      title={t('settings.title')}
      toolbar={
        <Tabs value={tab} onChange={(next) => go(`/settings/${next ?? 'desk'}`)} variant="pills">
          <Tabs.List aria-label={t('settings.title')}>
            {names.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`settings.tabs.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
    >
      <Content />
    </Page>
  );
}
